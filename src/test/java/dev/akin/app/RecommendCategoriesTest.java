package dev.akin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.app.HistorySource.Past;
import dev.akin.app.Recommendations.Reason;
import dev.akin.app.Recommendations.RecommendedItem;
import dev.akin.app.RecommendedGroups.Group;
import dev.akin.shop.Action;
import dev.akin.shop.AttributeValue;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Teas are in `Drinks > Tea`, tools in `Home > Tools`; brands are `b0`, `b1`, `b2` in turn.
final class RecommendCategoriesTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final TestShop shop = TestShop.stocked();
  private final RecommendItems recommend = shop.recommendItems();

  @Test
  void theCategoriesOfOnesTasteComeFirstAndTheRestFollows() {
    trained();

    assertThat(values(of("tea-1"))).containsExactly("Drinks", "Home");
    assertThat(values(of("tool-1"))).containsExactly("Home", "Drinks");
  }

  @Test
  void oneViewIsEnough() {
    trained();
    HistorySource viewed =
        new HistorySource.Given(List.of(new Past(new ItemId("tool-03"), new Action.View())));

    assertThat(values(ask(viewed, Grouping.USUAL, ListOptions.USUAL)))
        .containsExactly("Home", "Drinks");
  }

  @Test
  void whatEverybodyBuysIsFirstForStrangersAndNotForWhoLikesOther() {
    for (int buyer = 0; buyer < 40; buyer++) {
      for (int n = 0; n < 12; n++) {
        shop.catalog.put(List.of(TestShop.item("pen", n, "Office", 1)));
        shop.buy("writer-" + buyer, "pen-%02d".formatted((buyer + n) % 12));
      }
    }
    trained();

    RecommendedGroups everybody = of("nobody");
    assertThat(everybody.strategy()).isEqualTo("popular");
    assertThat(values(everybody)).first().isEqualTo("Office");
    assertThat(values(of("tea-1"))).first().isEqualTo("Drinks");
    assertThat(values(of("tool-1"))).first().isEqualTo("Home");
  }

  @Test
  void theItemsOfAGroupAreThoseOfTheListInItsOrder() {
    trained();
    List<ItemId> list =
        recommend
            .recommend(new RecommendRequest(user("tea-1"), ListOptions.USUAL.withLimit(100)))
            .items()
            .stream()
            .map(RecommendedItem::item)
            .toList();

    RecommendedGroups found = of("tea-1");

    for (Group group : found.groups()) {
      String kind = group.value().equals("Drinks") ? "tea" : "tool";
      assertThat(group.items())
          .isEqualTo(list.stream().filter(id -> id.value().startsWith(kind)).limit(5).toList());
    }
  }

  @Test
  void reasonsAreThoseOfTheItemsAndSumToOne() {
    trained();

    RecommendedGroups found = of("tea-1");

    assertThat(found.recommendationId()).isNotNull();
    for (Group group : found.groups()) {
      assertThat(group.reasons().stream().mapToDouble(Reason::share).sum())
          .isCloseTo(1, within(1e-9));
    }
    assertThat(found.groups().getFirst().reasons().getFirst().item())
        .extracting(ItemId::value)
        .asString()
        .startsWith("tea");
    ListOptions plain = ListOptions.USUAL.with(Detail.PLAIN);
    assertThat(ask(user("tea-1"), Grouping.USUAL, plain).groups())
        .allMatch(group -> group.reasons().isEmpty());
  }

  @Test
  void onlyWhatAListCouldShowCounts() {
    trained();
    ListOptions cheapTools =
        ListOptions.USUAL.with(ListRules.filter("price < 12 and \"Home\" in categories"));
    assertThat(ask(user("tea-1"), Grouping.USUAL, cheapTools).groups())
        .singleElement()
        .satisfies(group -> {
          assertThat(group.value()).isEqualTo("Home");
          assertThat(group.items())
              .containsExactlyInAnyOrder(new ItemId("tool-00"), new ItemId("tool-01"));
        });
    ListOptions nothing = ListOptions.USUAL.with(ListRules.filter("price < 1"));
    assertThat(ask(user("tea-1"), Grouping.USUAL, nothing).groups()).isEmpty();
  }

  @Test
  void whatTheShopChangesCountsASecondLater() {
    trained();
    assertThat(values(of("tea-1"))).containsExactly("Drinks", "Home");
    for (int n = 0; n < TestShop.ITEMS_PER_CIRCLE; n++) {
      shop.catalog.delete(new ItemId("tool-%02d".formatted(n)));
    }
    shop.catalog.put(
        List.of(TestShop.item("lamp", 1, "Light", 5), TestShop.item("tea", 4, "Sale", 5)));

    shop.pass(SECOND);

    assertThat(values(of("tea-1"))).containsExactlyInAnyOrder("Drinks", "Sale", "Light");
    assertThat(of("tea-1").groups())
        .filteredOn(group -> group.value().equals("Light"))
        .flatExtracting(Group::items)
        .containsExactly(new ItemId("lamp-01"));
  }

  @Test
  void attributesAndTagsMakeGroupsToo() {
    trained();
    RecommendedGroups brands = ask(user("tea-1"), Grouping.of("brand", null), ListOptions.USUAL);

    assertThat(values(brands)).containsExactlyInAnyOrder("b0", "b1", "b2");
    assertThat(brands.grouping().level()).isNull();
    assertThat(ask(user("tea-1"), Grouping.of("attributes.brand", null), ListOptions.USUAL))
        .extracting(RecommendedGroups::groups)
        .isEqualTo(brands.groups());
    assertThat(ask(user("tea-1"), Grouping.of("tags", null), ListOptions.USUAL).groups()).isEmpty();
  }

  @Test
  void anItemIsInTheGroupOfEachOfItsTags() {
    shop.catalog.put(
        List.of(
            tagged("tea-01", "green", "loose"),
            tagged("tea-02", "green"),
            tagged("tea-03", "loose")));
    shop.retrain().run("t");

    ListOptions seenToo = ListOptions.USUAL.with(Narrowing.in(null));
    RecommendedGroups tags = ask(user("nobody"), Grouping.of("tags", null), seenToo);

    assertThat(values(tags)).containsExactlyInAnyOrder("green", "loose");
    assertThat(tags.groups())
        .flatExtracting(Group::items)
        .containsExactlyInAnyOrder(
            new ItemId("tea-01"), new ItemId("tea-02"), new ItemId("tea-03"));
  }

  @Test
  void aNumberIsTheSameGroupInTheReleaseAndAfterAChange() {
    shop.catalog.put(List.of(sized("tea-01", 1.50), sized("tea-02", 20)));
    shop.retrain().run("t");
    shop.catalog.put(List.of(sized("tea-05", 1.5)));
    shop.pass(SECOND);

    ListOptions seenToo = ListOptions.USUAL.with(Narrowing.in(null));
    RecommendedGroups sizes = ask(user("nobody"), Grouping.of("size", null), seenToo);

    assertThat(values(sizes)).containsExactlyInAnyOrder("1.5", "20");
  }

  @Test
  void theLevelIsTheFirstThatTellsItemsApart() {
    stock("Shop > Drinks > Tea", "Shop > Home > Tools");
    shop.retrain().run("t");

    RecommendedGroups found = of("tea-1");

    assertThat(found.grouping().level()).isEqualTo(2);
    assertThat(values(found)).containsExactly("Shop > Drinks", "Shop > Home");
    assertThat(values(ask(user("tea-1"), Grouping.of(null, 1), ListOptions.USUAL)))
        .containsExactly("Shop");
    assertThat(values(ask(user("tea-1"), Grouping.of(null, 0), ListOptions.USUAL)))
        .containsExactly("Shop > Drinks > Tea", "Shop > Home > Tools");
    assertThat(values(ask(user("tea-1"), Grouping.of(null, 10), ListOptions.USUAL)))
        .containsExactly("Shop > Drinks > Tea", "Shop > Home > Tools");
  }

  @Test
  void belowACategoryItsOwnAreMeant() {
    stock("Drinks > Tea > Green", "Home > Tools");
    shop.catalog.put(
        List.of(
            TestShop.item("tea", 0, "Drinks > Tea > Black", 5),
            TestShop.item("tea", 9, "Drinks > Coffee", 5)));
    shop.retrain().run("t");
    ListOptions drinks =
        ListOptions.USUAL.with(new Narrowing("Drinks", Set.of(), false, List.of()));
    ListOptions tea =
        ListOptions.USUAL.with(new Narrowing("Drinks > Tea", Set.of(), false, List.of()));

    assertThat(values(ask(user("tea-1"), Grouping.USUAL, drinks)))
        .containsExactlyInAnyOrder("Drinks > Tea", "Drinks > Coffee");
    assertThat(values(ask(user("tea-1"), Grouping.USUAL, tea)))
        .containsExactlyInAnyOrder("Drinks > Tea > Green", "Drinks > Tea > Black");
  }

  @Test
  void aPathAboveAnotherOfTheSameItemIsNoGroupOfItsOwn() {
    Item both =
        new Item(
            new ItemId("tea-00"),
            "Tea",
            null,
            List.of("Drinks", "Drinks > Tea", "Gifts"),
            List.of(),
            null,
            true,
            TestShop.NOW,
            null,
            Map.of());
    shop.catalog.put(List.of(both));
    shop.retrain().run("t");

    RecommendedGroups found = ask(user("nobody"), Grouping.of(null, 2), ListOptions.USUAL);

    assertThat(values(found)).hasSize(1).containsAnyOf("Drinks > Tea", "Gifts");
    assertThat(found.groups().getFirst().items()).containsExactly(both.id());
  }

  @Test
  void anUntrainedShopShowsTheGroupsOfWhatIsNew() {
    stock("Drinks > Tea", "Home > Tools");

    RecommendedGroups found = of("tea-1");

    assertThat(found.release()).isNull();
    assertThat(values(found)).containsExactlyInAnyOrder("Drinks", "Home");
  }

  @Test
  void whereThereIsNoCategoryThereIsNoGroupAndNoError() {
    assertThat(new TestShop().recommendItems().categories(request("ann")).groups()).isEmpty();
    assertThat(of("tea-1").groups()).isEmpty();
    shop.retrain().run("t");
    assertThat(of("tea-1").groups()).isEmpty();
  }

  @Test
  void anAttributeThatNoItemHasIsRefused() {
    trained();

    assertThatThrownBy(() -> ask(user("a"), Grouping.of("colour", null), ListOptions.USUAL))
        .isInstanceOfSatisfying(
            InvalidFieldException.class,
            refused -> assertThat(refused.code()).isEqualTo("unknown_name"));
    TestShop empty = new TestShop();
    assertThat(
            empty
                .recommendItems()
                .categories(
                    CategoriesRequest.of(
                        user("a"), Grouping.of("colour", null), null, ListOptions.USUAL))
                .groups())
        .isEmpty();
  }

  @Test
  void allGroupsOfALargeShopAreFoundHoweverFarDownTheyAre() {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    for (int n = 0; n < 1_500; n++) {
      String category = n < 1_400 ? "Many" : "Few-" + n % 7;
      sizes.merge(category, 1, Integer::sum);
      shop.catalog.put(List.of(TestShop.item("more", n, category, 1)));
      if (n < 1_400) {
        shop.buy("collector-" + n % 30, "more-%02d".formatted(n));
      }
    }
    shop.retrain().run("t");

    RecommendedGroups found = of("collector-1");

    assertThat(values(found)).containsExactlyInAnyOrderElementsOf(sizes.keySet());
    assertThat(values(found)).first().isEqualTo("Many");
  }

  private void trained() {
    stock("Drinks > Tea", "Home > Tools");
    shop.retrain().run("t");
  }

  private void stock(String teas, String tools) {
    List<Item> items = new ArrayList<>();
    for (int n = 0; n < TestShop.ITEMS_PER_CIRCLE; n++) {
      items.add(TestShop.item("tea", n, teas, 10 + n));
      items.add(TestShop.item("tool", n, tools, 10 + n));
    }
    shop.catalog.put(items);
  }

  private static Item tagged(String id, String... tags) {
    return new Item(
        new ItemId(id), id, null, List.of(), List.of(tags), null, true, null, null, Map.of());
  }

  private static Item sized(String id, double size) {
    return new Item(
        new ItemId(id),
        id,
        null,
        List.of(),
        List.of(),
        null,
        true,
        TestShop.NOW,
        null,
        Map.of("size", new AttributeValue.Number(size)));
  }

  private RecommendedGroups of(String user) {
    return recommend.categories(request(user));
  }

  private RecommendedGroups ask(HistorySource source, Grouping grouping, ListOptions options) {
    return recommend.categories(CategoriesRequest.of(source, grouping, null, options));
  }

  private static CategoriesRequest request(String user) {
    return CategoriesRequest.of(user(user), Grouping.USUAL, null, ListOptions.USUAL);
  }

  private static HistorySource user(String id) {
    return new HistorySource.OfSubject(new UserId(id));
  }

  private static List<String> values(RecommendedGroups found) {
    return found.groups().stream().map(Group::value).toList();
  }
}
