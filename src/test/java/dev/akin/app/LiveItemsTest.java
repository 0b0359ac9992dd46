package dev.akin.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.memory.InMemoryCatalog;
import dev.akin.model.ItemChanges;
import dev.akin.port.Catalog;
import dev.akin.port.StorageException;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LiveItemsTest {
  private static final Instant TRAINED = Instant.parse("2026-11-24T03:15:00Z");
  private static final ItemId MUG = new ItemId("mug");

  private Instant now = TRAINED.plus(Duration.ofHours(5));
  private boolean broken;
  private int reads;
  private final InMemoryCatalog catalog = new InMemoryCatalog(() -> now);
  private final LiveItems items = new LiveItems(watched(), () -> now);

  @Test
  void whatChangedBeforeTheReleaseIsNotAChange() {
    now = TRAINED.minus(Duration.ofDays(1));
    put("old");
    now = TRAINED.plus(Duration.ofDays(1));
    put("mug");

    ItemChanges changes = items.since(TRAINED);

    assertThat(changes.complete()).isTrue();
    assertThat(changes.of(MUG)).isNotNull();
    assertThat(changes.size()).isEqualTo(1);
  }

  @Test
  void theFeedIsReadOnceASecondAtMostAndThenShowsEverything() {
    items.since(TRAINED);
    put("mug");
    pass(Duration.ofMillis(999));
    assertThat(items.since(TRAINED).of(MUG)).isNull();
    assertThat(reads).isEqualTo(1);

    pass(Duration.ofMillis(1));

    assertThat(items.since(TRAINED).of(MUG)).isNotNull();
    assertThat(reads).isEqualTo(2);
  }

  @Test
  void withoutAChangeNothingNewIsMade() {
    put("mug");
    ItemChanges first = items.since(TRAINED);
    pass(Duration.ofSeconds(1));
    assertThat(items.since(TRAINED)).isSameAs(first);
  }

  @Test
  void whileTheFeedIsUnreadableTheLastChangesStayAndAreSaidToBeOld() {
    put("mug");
    items.since(TRAINED);
    broken = true;
    put("cup");
    pass(Duration.ofSeconds(1));

    ItemChanges old = items.since(TRAINED);

    assertThat(old.complete()).isFalse();
    assertThat(old.of(MUG)).isNotNull();
    items.since(TRAINED);
    assertThat(reads).isEqualTo(2);

    broken = false;
    pass(Duration.ofSeconds(1));
    assertThat(items.since(TRAINED).complete()).isTrue();
    assertThat(items.since(TRAINED).of(new ItemId("cup"))).isNotNull();
  }

  @Test
  void aFeedThatWasNeverReadKnowsNothing() {
    broken = true;
    assertThat(items.since(TRAINED)).isSameAs(ItemChanges.UNKNOWN);
    broken = false;
    pass(Duration.ofSeconds(1));
    assertThat(items.since(TRAINED).complete()).isTrue();
  }

  @Test
  void moreChangesThanAreKeptAreForgottenUntilTheNextRelease() {
    items.since(TRAINED);
    List<Item> many =
        IntStream.rangeClosed(0, LiveItems.MOST)
            .mapToObj(i -> Item.bare(new ItemId("i" + i)))
            .toList();
    catalog.put(many);
    pass(Duration.ofSeconds(1));
    assertThat(items.since(TRAINED)).isSameAs(ItemChanges.UNKNOWN);
    pass(Duration.ofSeconds(1));
    assertThat(items.since(TRAINED)).isSameAs(ItemChanges.UNKNOWN);
    assertThat(reads).isEqualTo(2);

    pass(Duration.ofDays(1));

    assertThat(items.since(now).complete()).isTrue();
  }

  @Test
  void changesThatAddUpToTooManyAreForgottenToo() {
    items.since(TRAINED);
    for (int half = 0; half < 2; half++) {
      int from = half * (LiveItems.MOST / 2 + 1);
      catalog.put(
          IntStream.range(from, from + LiveItems.MOST / 2 + 1)
              .mapToObj(i -> Item.bare(new ItemId("i" + i)))
              .toList());
      pass(Duration.ofSeconds(1));
      assertThat(items.since(TRAINED).complete()).isEqualTo(half == 0);
    }
  }

  @Test
  void aSandboxThatSleptForHoursBeginsAnew() {
    put("mug");
    ItemChanges before = items.since(TRAINED);
    pass(Duration.ofHours(7));
    assertThat(items.since(TRAINED)).isNotSameAs(before);
    assertThat(items.since(TRAINED).of(MUG)).isNotNull();
  }

  private void put(String id) {
    catalog.put(List.of(Item.bare(new ItemId(id))));
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  /// The catalogue, with its readings of the feed counted and, if so wished, failing.
  private Catalog watched() {
    return (Catalog)
        Proxy.newProxyInstance(
            Catalog.class.getClassLoader(),
            new Class<?>[] {Catalog.class},
            (_, method, arguments) -> {
              if (method.getName().startsWith("changes")) {
                reads++;
                if (broken) {
                  throw new StorageException("the feed is down");
                }
              }
              try {
                return method.invoke(catalog, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
