package dev.akin.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.port.Catalog.Changes;
import dev.akin.port.Catalog.Page;
import dev.akin.shop.AttributeValue;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.Item;
import dev.akin.shop.ItemChange;
import dev.akin.shop.ItemId;
import dev.akin.shop.Price;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every catalogue does.
public abstract class CatalogContract {
  private static final Instant YESTERDAY = Instant.now().minus(Duration.ofDays(1));

  protected abstract Catalog catalog();

  @Test
  void findsWhatWasPutWithEveryField() {
    Item mug =
        new Item(
            new ItemId("mug"),
            "Tasse",
            "Fasst 0,3 l 🫖",
            List.of("Home > Mugs", "Gifts"),
            List.of("blue", "blue"),
            new Price(9.5, "EUR"),
            false,
            Instant.parse("2026-01-02T03:04:05.123456789Z"),
            Instant.MAX,
            Map.of(
                "text", new AttributeValue.Text(""),
                "number", new AttributeValue.Number(-0.1),
                "flag", new AttributeValue.Flag(false),
                "texts", new AttributeValue.Texts(List.of("a", "b")),
                "none", new AttributeValue.Texts(List.of())));
    assertThat(catalog().put(List.of(mug))).isEmpty();
    assertThat(catalog().find(mug.id())).contains(mug);
    assertThat(catalog().find(new ItemId("cup"))).isEmpty();
  }

  @Test
  void anItemOfWhichOnlyTheIdIsKnownComesBackSo() {
    Item bare = Item.bare(new ItemId("bare"));
    catalog().put(List.of(bare));
    assertThat(catalog().find(bare.id())).contains(bare);
  }

  @Test
  void ofTwoItemsWithOneIdTheLastWinsAndReplacesEverything() {
    Item titled = titled("x", "first");
    catalog().put(List.of(titled));
    catalog().put(List.of(titled("x", "second"), Item.bare(new ItemId("x"))));
    assertThat(catalog().find(titled.id())).contains(Item.bare(titled.id()));
  }

  @Test
  void findsManyAtOnceAndLeavesOutTheUnknown() {
    List<Item> many = items(230);
    assertThat(catalog().put(many)).isEmpty();
    List<ItemId> ids = new ArrayList<>(many.stream().map(Item::id).toList());
    ids.add(new ItemId("unknown"));
    ids.add(ids.getFirst());
    Map<ItemId, Item> found = catalog().findAll(ids);
    assertThat(found.values()).containsExactlyInAnyOrderElementsOf(many);
    assertThat(catalog().findAll(List.of())).isEmpty();
  }

  @Test
  void deletingSaysWhetherTheItemWasThere() {
    catalog().put(items(1));
    assertThat(catalog().delete(new ItemId("i0"))).isTrue();
    assertThat(catalog().delete(new ItemId("i0"))).isFalse();
    assertThat(catalog().find(new ItemId("i0"))).isEmpty();
  }

  @Test
  void pagesGoThroughTheWholeCatalogueOnce() {
    List<Item> many = items(23);
    catalog().put(many);
    List<Item> seen = new ArrayList<>();
    Page page = catalog().page(null, 5);
    while (page.next() != null) {
      assertThat(page.items()).hasSizeLessThanOrEqualTo(5);
      seen.addAll(page.items());
      page = catalog().page(page.next(), 5);
    }
    seen.addAll(page.items());
    assertThat(seen).containsExactlyInAnyOrderElementsOf(many);
  }

  @Test
  void pagesAreFullHoweverManyItemsWereDeleted() {
    List<Item> many = items(60);
    catalog().put(many);
    many.subList(0, 52).forEach(item -> catalog().delete(item.id()));
    Page first = catalog().page(null, 5);
    assertThat(first.items()).hasSize(5);
    Page last = catalog().page(first.next(), 5);
    List<Item> seen = new ArrayList<>(first.items());
    seen.addAll(last.items());
    assertThat(seen).containsExactlyInAnyOrderElementsOf(many.subList(52, 60));
    assertThat(last.next()).isNull();
  }

  @Test
  void anEmptyCatalogueIsOneEmptyPage() {
    assertThat(catalog().page(null, 500)).isEqualTo(new Page(List.of(), null));
    assertThatThrownBy(() -> catalog().page(null, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> catalog().page(null, 501))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "garbled!", "bm90IG91cnM=x", "AAAA", "gICA", "eDE", "aSM"})
  void aCursorThatIsNotOursIsRefusedByName(String cursor) {
    assertThatThrownBy(() -> catalog().page(cursor, 5))
        .isInstanceOfSatisfying(
            InvalidFieldException.class,
            refused -> {
              assertThat(refused.field()).isEqualTo("cursor");
              assertThat(refused.code()).isEqualTo("invalid");
            });
  }

  @Test
  void aScanHandsOutEveryItemOnce() {
    List<Item> many = items(60);
    catalog().put(many);
    List<Item> seen = new ArrayList<>();
    catalog().scan(seen::add);
    assertThat(seen).containsExactlyInAnyOrderElementsOf(many);
  }

  @Test
  void everyWriteIsInTheNextStretchOfTheFeed() {
    Changes start = catalog().changesSince(YESTERDAY, 10);
    assertThat(start).isEqualTo(new Changes(List.of(), 0, true));

    catalog().put(List.of(titled("a", "first")));
    catalog().put(List.of(titled("a", "second"), titled("b", "other")));
    catalog().delete(new ItemId("b"));
    Changes next = catalog().changesAfter(start.position(), 10);

    assertThat(next.complete()).isTrue();
    assertThat(newest(next))
        .isEqualTo(
            Map.of(
                new ItemId("a"),
                Optional.of(titled("a", "second")),
                new ItemId("b"),
                Optional.empty()));
    assertThat(newest(catalog().changesSince(YESTERDAY, 10))).isEqualTo(newest(next));
    assertThat(catalog().changesAfter(next.position(), 10))
        .isEqualTo(new Changes(List.of(), next.position(), true));
  }

  @Test
  void theFeedTellsEverythingOfAnItemButItsDescription() {
    Item mug =
        new Item(
            new ItemId("mug"),
            "Tasse",
            "Fasst 0,3 l",
            List.of("Home > Mugs"),
            List.of("blue"),
            new Price(9.5, "EUR"),
            false,
            Instant.parse("2026-01-02T03:04:05.123456789Z"),
            Instant.MAX,
            Map.of("weight", new AttributeValue.Number(0.3)));
    catalog().put(List.of(mug));
    assertThat(newest(catalog().changesAfter(0, 10)))
        .isEqualTo(Map.of(mug.id(), Optional.of(mug.withoutDescription())));
  }

  @Test
  void anItemAsLargeAsItemsGetIsInTheFeedToo() {
    Map<String, AttributeValue> notes = new HashMap<>();
    for (int note = 0; note < 50; note++) {
      notes.put("note " + note, new AttributeValue.Text("n".repeat(1_000)));
    }
    Item large =
        new Item(new ItemId("x"), null, null, List.of(), List.of(), null, true, null, null, notes);
    catalog().put(List.of(large));
    assertThat(newest(catalog().changesAfter(0, 10)))
        .isEqualTo(Map.of(large.id(), Optional.of(large)));
  }

  @Test
  void deletingWhatIsNotThereChangesNothingAndADeletedItemMayComeBack() {
    catalog().delete(new ItemId("i0"));
    assertThat(catalog().changesAfter(0, 10).changes()).isEmpty();

    catalog().put(items(1));
    catalog().delete(new ItemId("i0"));
    catalog().put(items(1));
    assertThat(catalog().find(new ItemId("i0"))).isPresent();
    assertThat(newest(catalog().changesAfter(0, 10)))
        .isEqualTo(Map.of(new ItemId("i0"), Optional.of(items(1).getFirst())));
  }

  @Test
  void aDeletedItemIsNowhereButItIsRemembered() {
    catalog().put(items(3));
    catalog().delete(new ItemId("i1"));
    List<Item> left = List.of(titled("i0", "title 0"), titled("i2", "title 2"));
    List<Item> scanned = new ArrayList<>();
    List<ItemId> deleted = new ArrayList<>();
    catalog().scan(scanned::add, deleted::add);
    assertThat(scanned).containsExactlyInAnyOrderElementsOf(left);
    assertThat(deleted).containsExactly(new ItemId("i1"));
    assertThat(catalog().page(null, 500).items()).containsExactlyInAnyOrderElementsOf(left);
    assertThat(catalog().findAll(List.of(new ItemId("i1")))).isEmpty();
  }

  @Test
  void moreChangesThanAskedForAreNotComplete() {
    catalog().put(items(120));
    assertThat(catalog().changesSince(YESTERDAY, 119).complete()).isFalse();
    assertThat(catalog().changesAfter(0, 119).complete()).isFalse();
    assertThat(newest(catalog().changesSince(YESTERDAY, 120))).hasSize(120);
    assertThat(newest(catalog().changesAfter(0, 120))).hasSize(120);
  }

  @Test
  void aChangeIsMadeOfWhatTheItemIsAndIsInTheFeed() {
    catalog().put(List.of(titled("x", "one"), titled("y", "other")));
    long position = catalog().changesAfter(0, 10).position();

    assertThat(catalog().change(new ItemId("x"), item -> tagged(item, "a")))
        .contains(tagged(titled("x", "one"), "a"));

    assertThat(catalog().find(new ItemId("x"))).contains(tagged(titled("x", "one"), "a"));
    assertThat(newest(catalog().changesAfter(position, 10)))
        .isEqualTo(Map.of(new ItemId("x"), Optional.of(tagged(titled("x", "one"), "a"))));
  }

  @Test
  void whatIsNotThereCannotBeChangedAndARefusedChangeChangesNothing() {
    assertThat(catalog().change(new ItemId("x"), item -> tagged(item, "a"))).isEmpty();
    catalog().put(List.of(titled("x", "one")));
    assertThatThrownBy(() ->
            catalog()
                .change(
                    new ItemId("x"),
                    _ -> {
                      throw new InvalidFieldException("title", "invalid", "no");
                    }))
        .isInstanceOf(InvalidFieldException.class);
    assertThat(catalog().find(new ItemId("x"))).contains(titled("x", "one"));

    catalog().delete(new ItemId("x"));
    long position = catalog().changesAfter(0, 10).position();
    assertThat(catalog().change(new ItemId("x"), item -> tagged(item, "a"))).isEmpty();
    assertThat(catalog().changesAfter(position, 10).changes()).isEmpty();
  }

  @Test
  void aChangeIsMadeAgainOfWhatSomebodyElseWroteMeanwhile() {
    catalog().put(List.of(titled("x", "one")));
    AtomicInteger asked = new AtomicInteger();

    Optional<Item> changed =
        catalog()
            .change(
                new ItemId("x"),
                item -> {
                  if (asked.getAndIncrement() == 0) {
                    catalog().put(List.of(titled("x", "two")));
                  }
                  return tagged(item, "a");
                });

    assertThat(changed).contains(tagged(titled("x", "two"), "a"));
    assertThat(asked).hasValue(2);
    assertThat(catalog().find(new ItemId("x"))).isEqualTo(changed);
    assertThat(newest(catalog().changesSince(YESTERDAY, 10)).get(new ItemId("x")))
        .isEqualTo(changed);
  }

  @Test
  void anItemThatIsDeletedMeanwhileStaysDeleted() {
    catalog().put(List.of(titled("x", "one")));

    Optional<Item> changed =
        catalog()
            .change(
                new ItemId("x"),
                item -> {
                  catalog().delete(item.id());
                  return tagged(item, "a");
                });

    assertThat(changed).isEmpty();
    assertThat(catalog().find(new ItemId("x"))).isEmpty();
  }

  @Test
  void ofChangesAtOnceNoneIsLost() throws Exception {
    catalog().put(List.of(titled("x", "one")));
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      List<Future<?>> changes = new ArrayList<>();
      for (int n = 0; n < 12; n++) {
        String tag = "tag-" + n;
        changes.add(threads.submit(() -> changeAtLast(tag)));
      }
      for (Future<?> change : changes) {
        change.get();
      }
    }

    Item found = catalog().find(new ItemId("x")).orElseThrow();
    assertThat(found.tags()).hasSize(12).doesNotHaveDuplicates();
    assertThat(newest(catalog().changesSince(YESTERDAY, 100)).get(found.id())).contains(found);
  }

  /// A store under such fire may give up; who asks again is served.
  private void changeAtLast(String tag) {
    while (true) {
      try {
        catalog().change(new ItemId("x"), item -> tagged(item, tag));
        return;
      } catch (StorageException othersKeepChanging) {
        Thread.onSpinWait();
      }
    }
  }

  private static Item tagged(Item item, String tag) {
    List<String> tags = new ArrayList<>(item.tags());
    tags.add(tag);
    return new Item(
        item.id(), item.title(), null, List.of(), tags, null, true, null, null, Map.of());
  }

  private static Map<ItemId, Optional<Item>> newest(Changes changes) {
    Map<ItemId, Optional<Item>> newest = new HashMap<>();
    changes.changes().stream()
        .sorted(Comparator.comparingLong(ItemChange::number))
        .forEach(change -> newest.put(change.id(), Optional.ofNullable(change.item())));
    return newest;
  }

  private static List<Item> items(int count) {
    return IntStream.range(0, count).mapToObj(i -> titled("i" + i, "title " + i)).toList();
  }

  private static Item titled(String id, String title) {
    return new Item(
        new ItemId(id), title, null, List.of(), List.of(), null, true, null, null, Map.of());
  }
}
