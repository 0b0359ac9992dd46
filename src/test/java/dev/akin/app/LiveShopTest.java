package dev.akin.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.app.Recommendations.RecommendedItem;
import dev.akin.port.Catalog;
import dev.akin.port.StorageException;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.UserId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What customers see of changes that the shop makes while several sandboxes are warm.
final class LiveShopTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final TestShop shop = TestShop.stocked();
  private final Set<String> down = new HashSet<>();
  private int liveLooks;
  private final Catalog catalog = watched();

  @Test
  void noSandboxShowsWhatWasDeletedOrSoldOutASecondAgo() {
    shop.retrain().run("t");
    List<RecommendItems> sandboxes = List.of(sandbox(), sandbox());
    List<FindSimilarItems> similar = List.of(shop.findSimilarItems(), shop.findSimilarItems());
    Random random = new Random(7);
    Set<ItemId> gone = new HashSet<>();

    for (int round = 0; round < 30; round++) {
      for (int s = 0; s < 2; s++) {
        assertThat(all(sandboxes.get(s))).as("round %d", round).noneMatch(gone::contains);
        assertThat(neighbours(similar.get(s))).as("round %d", round).noneMatch(gone::contains);
      }
      ItemId id = new ItemId("tea-%02d".formatted(random.nextInt(20)));
      switch (random.nextInt(4)) {
        case 0 -> {
          shop.catalog.delete(id);
          gone.add(id);
        }
        case 1 -> {
          shop.catalog.put(List.of(item(id, false, null)));
          gone.add(id);
        }
        case 2 -> {
          shop.catalog.put(List.of(item(id, true, shop.clock.instant().plus(SECOND))));
          gone.add(id);
        }
        default -> {
          shop.catalog.put(List.of(item(id, true, null)));
          gone.remove(id);
        }
      }
      shop.pass(SECOND);
    }
    assertThat(gone).hasSizeBetween(3, 17);
    assertThat(liveLooks).as("reads of single items").isZero();
  }

  @Test
  void whatIsBackInStockIsShownAgain() {
    ItemId id = new ItemId("tea-05");
    shop.catalog.put(List.of(item(id, false, null)));
    shop.retrain().run("t");
    RecommendItems sandbox = sandbox();
    FindSimilarItems similar = shop.findSimilarItems();
    assertThat(all(sandbox)).doesNotContain(id);
    assertThat(neighbours(similar)).doesNotContain(id);

    shop.catalog.put(List.of(item(id, true, null)));
    shop.pass(SECOND);

    assertThat(all(sandbox)).contains(id);
    assertThat(neighbours(similar)).contains(id);
  }

  @Test
  void anItemThatIsNewAfterTheTrainingFillsAListThatItsCategoryWouldLeaveShort() {
    shop.retrain().run("t");
    RecommendItems sandbox = sandbox();
    assertThat(sandbox.recommend(inCategory("Lamps")).items()).isEmpty();

    shop.catalog.put(List.of(lamp("lamp-1", "Lamps"), lamp("tea-03", "Lamps > Desk")));
    shop.pass(SECOND);

    assertThat(sandbox.recommend(inCategory("Lamps")).items())
        .extracting(RecommendedItem::item)
        .containsExactlyInAnyOrder(new ItemId("lamp-1"), new ItemId("tea-03"));
  }

  @Test
  void whatWasDoneInACategoryCountsForItemsAsTheyAreNow() {
    shop.retrain().run("t");
    shop.catalog.put(
        List.of(
            lamp("lamp-1", "Lamps > Desk"),
            lamp("lamp-2", "Lamps > Desk"),
            lamp("tea-03", "Pots"),
            lamp("tea-04", "Pots")));
    shop.buy("dee", "lamp-1");
    shop.buy("dee", "tea-03");
    shop.pass(SECOND);

    assertThat(categoryBought()).containsExactlyInAnyOrder("lamp-1", "lamp-2", "tea-03", "tea-04");

    shop.retrain().run("t2");
    shop.catalog.delete(new ItemId("lamp-1"));
    shop.pass(Duration.ofMinutes(1));
    assertThat(categoryBought()).containsExactlyInAnyOrder("lamp-2", "tea-03", "tea-04");
  }

  private List<String> categoryBought() {
    ListOptions options =
        ListOptions.USUAL
            .with(new Narrowing(null, Set.of(), false, List.of()))
            .with(ListRules.filter("category_bought(30d)"));
    HistorySource source = new HistorySource.OfSubject(new UserId("dee"));
    return sandbox().recommend(new RecommendRequest(source, options, null)).items().stream()
        .map(item -> item.item().value())
        .toList();
  }

  @Test
  void beforeTheFirstTrainingTheNewestItemsAreLiveToo() {
    RecommendItems sandbox = sandbox();
    ItemId id = new ItemId("tea-00");
    assertThat(all(sandbox)).contains(id);

    shop.catalog.delete(id);
    shop.catalog.put(List.of(lamp("lamp-1", "Lamps")));
    shop.pass(SECOND);

    assertThat(all(sandbox)).doesNotContain(id).contains(new ItemId("lamp-1"));
  }

  @Test
  void trainingOnOldEventsDoesNotBringADeletedItemBack() {
    ItemId id = new ItemId("tea-05");
    shop.catalog.delete(id);
    shop.pass(Duration.ofDays(30));
    shop.retrain().run("t");
    assertThat(all(sandbox())).hasSize(39).doesNotContain(id);
    assertThat(neighbours(shop.findSimilarItems())).doesNotContain(id);

    down.addAll(Set.of("changesAfter", "changesSince", "findAll"));
    assertThat(all(sandbox())).doesNotContain(id);
  }

  @Test
  void aReleaseThatIsRolledBackToIsBroughtUpToDate() {
    shop.retrain().run("first");
    var first = shop.releases.current().orElseThrow();
    RecommendItems sandbox = sandbox();
    ItemId id = new ItemId("tea-05");
    shop.catalog.delete(id);
    shop.pass(Duration.ofHours(1));
    shop.retrain().run("second");
    shop.pass(Duration.ofMinutes(1));
    assertThat(all(sandbox)).doesNotContain(id);

    shop.releases.activate(first);
    shop.pass(Duration.ofMinutes(1));

    assertThat(sandbox.recommend(request(100)).release()).isEqualTo(first);
    assertThat(all(sandbox)).doesNotContain(id);
  }

  @Test
  void whileTheFeedIsDownTheItemsThemselvesAreAsked() {
    shop.retrain().run("t");
    RecommendItems sandbox = sandbox();
    all(sandbox);
    down.add("changesAfter");
    down.add("changesSince");
    ItemId id = new ItemId("tea-05");
    shop.catalog.delete(id);
    shop.pass(SECOND);

    assertThat(all(sandbox)).hasSize(39).doesNotContain(id);
    assertThat(liveLooks).isPositive();
    assertThat(all(sandbox())).hasSize(39).doesNotContain(id);
  }

  @Test
  void whileTheWholeStoreIsDownWhatWasKnownIsStillRespected() {
    shop.retrain().run("t");
    RecommendItems sandbox = sandbox();
    ItemId id = new ItemId("tea-05");
    shop.catalog.delete(id);
    assertThat(all(sandbox)).doesNotContain(id);
    down.addAll(Set.of("changesAfter", "changesSince", "findAll", "page"));
    shop.pass(SECOND);

    assertThat(all(sandbox)).hasSize(39).doesNotContain(id);
    assertThat(all(sandbox())).hasSize(40);
  }

  private RecommendItems sandbox() {
    return shop.recommendItems(shop.events, catalog, shop.releases);
  }

  private static List<ItemId> all(RecommendItems sandbox) {
    return sandbox.recommend(request(100)).items().stream().map(RecommendedItem::item).toList();
  }

  private static List<ItemId> neighbours(FindSimilarItems similar) {
    return similar
        .find(
            new SimilarRequest(
                new ItemId("tea-01"), 40, SimilarRequest.Basis.BEHAVIOUR, null, Set.of()))
        .items()
        .stream()
        .map(RecommendedItem::item)
        .toList();
  }

  private static RecommendRequest request(int limit) {
    return new RecommendRequest(
        new HistorySource.OfSubject(new UserId("tea-1")), limit, Set.of(), false, null, null, true);
  }

  private static RecommendRequest inCategory(String category) {
    return new RecommendRequest(
        new HistorySource.OfSubject(new UserId("tea-1")), 5, Set.of(), false, category, null, true);
  }

  private static Item item(ItemId id, boolean available, @Nullable Instant expiresAt) {
    return new Item(
        id, null, null, List.of(), List.of(), null, available, null, expiresAt, Map.of());
  }

  private static Item lamp(String id, String category) {
    return new Item(
        new ItemId(id),
        null,
        null,
        List.of(category),
        List.of(),
        null,
        true,
        TestShop.NOW,
        null,
        Map.of());
  }

  /// The shop's catalogue, of which some calls may be down, and which counts looks at single items.
  private Catalog watched() {
    List<String> looks = new ArrayList<>(List.of("find", "findAll"));
    return (Catalog)
        Proxy.newProxyInstance(
            Catalog.class.getClassLoader(),
            new Class<?>[] {Catalog.class},
            (_, method, arguments) -> {
              if (down.contains(method.getName())) {
                throw new StorageException(method.getName() + " is down");
              }
              if (looks.contains(method.getName())) {
                liveLooks++;
              }
              try {
                return method.invoke(shop.catalog, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
