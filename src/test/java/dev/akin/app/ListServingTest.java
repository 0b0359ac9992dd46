package dev.akin.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.app.ListRules.Boosting;
import dev.akin.app.ListRules.Capping;
import dev.akin.app.ListRules.Pinning;
import dev.akin.app.ListRules.Promoting;
import dev.akin.app.Recommendations.Reason;
import dev.akin.app.Recommendations.RecommendedItem;
import dev.akin.shop.Action;
import dev.akin.shop.AttributeValue;
import dev.akin.shop.Attribution;
import dev.akin.shop.Event;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Every option of a list, through the whole of serving. Item `n` of each circle costs `10 + n`,
/// and its brand is `b0`, `b1` or `b2` in turn; teas are in `Drinks > Tea`, tools in `Home >
/// Tools`.
final class ListServingTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final TestShop shop = TestShop.stocked();
  private final RecommendItems recommend = shop.recommendItems();

  @BeforeEach
  void train() {
    for (int n = 0; n < TestShop.ITEMS_PER_CIRCLE; n++) {
      shop.catalog.put(List.of(tea(n, 10 + n), TestShop.item("tool", n, "Home > Tools", 10 + n)));
    }
    shop.retrain().run("t");
  }

  @Test
  void aFilterActsBeforeTheCut() {
    List<ItemId> found = ids(list(filter("price >= 25 and attributes.brand = 'b0'", Map.of())));

    assertThat(found)
        .extracting(ItemId::value)
        .containsExactlyInAnyOrder("tea-15", "tea-18", "tool-15", "tool-18");
  }

  @Test
  void aPriceChangeCountsASecondLater() {
    ListOptions cheap = filter("price < $most", Map.of("most", new AttributeValue.Number(5)));
    assertThat(ids(list(cheap))).isEmpty();

    shop.catalog.put(List.of(tea(3, 1), TestShop.item("new", 7, "Drinks > Tea", 2)));
    shop.pass(SECOND);

    assertThat(ids(list(cheap))).containsExactly(new ItemId("tea-03"), new ItemId("new-07"));
  }

  @Test
  void aFilterKnowsTheItemThatIsLookedAtAndWhatItCostsNow() {
    ListOptions dearer =
        filter("price > current.price", Map.of())
            .with(rules("price > current.price").about(new ItemId("tea-16"), Map.of()));
    assertThat(ids(list(dearer))).hasSize(6).contains(new ItemId("tea-17"), new ItemId("tool-19"));

    shop.catalog.put(List.of(tea(16, 28)));
    shop.pass(SECOND);

    assertThat(ids(list(dearer)))
        .containsExactlyInAnyOrder(new ItemId("tea-19"), new ItemId("tool-19"));
  }

  @Test
  void anAttributeThatNoItemHasIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> list(filter("price > 3 and attributes.brnad = 'b0'", Map.of())))
        .isInstanceOfSatisfying(
            InvalidFieldException.class,
            refused -> {
              assertThat(refused.field()).isEqualTo("filter");
              assertThat(refused.code()).isEqualTo("unknown_name");
              assertThat(refused.column()).isEqualTo(15);
              assertThat(refused.remedy()).contains("attributes.brand");
            });
    assertThat(
            new TestShop()
                .recommendItems()
                .recommend(
                    new RecommendRequest(
                        new HistorySource.OfSubject(new UserId("u")),
                        filter("attributes.brnad = 'b0'", Map.of())))
                .items())
        .as("an empty shop has no attributes to compare with")
        .isEmpty();
  }

  @Test
  void boostsPinsPromotionsAndCapsShapeTheList() {
    ListRules shaped =
        ListRules.of(
            null,
            List.of(new Boosting("attributes.brand = 'b1'", "100")),
            List.of(new Pinning(new ItemId("tool-09"), 2)),
            List.of(new Promoting("clearance", "price = 28", 0.2)),
            List.of(new Capping("attributes.brand", 0, 4)));
    List<RecommendedItem> found = list(ListOptions.USUAL.with(shaped));

    assertThat(found).hasSize(10);
    assertThat(found.get(1).item()).isEqualTo(new ItemId("tool-09"));
    assertThat(found.get(1).source()).isEqualTo("pin");
    assertThat(found)
        .filteredOn(item -> item.source().equals("promotion"))
        .hasSize(2)
        .allMatch(
            item -> item.reasons().equals(List.of(new Reason(null, "promotion", "clearance", 1))));
    assertThat(brand(found.getFirst().item())).isEqualTo("b1");
    for (String brand : List.of("b0", "b1", "b2")) {
      assertThat(found).filteredOn(item -> brand(item.item()).equals(brand)).hasSizeBetween(2, 4);
    }
  }

  @Test
  void whatWasDoneToAnItemCanKeepItOut() {
    shop.append("tea-1", "tool-07", new Action.View());
    ListOptions all = ListOptions.USUAL.withLimit(100);
    ListOptions unbought =
        all.with(
            new Narrowing(null, Set.of(), false, List.of(new EventExclusion("purchase", null))));
    ListOptions lately =
        all.with(new Narrowing(null, Set.of(), false, List.of(new EventExclusion("purchase", 2))));
    ItemId bought = new ItemId("tea-07");

    assertThat(ids(list(all))).doesNotContain(bought, new ItemId("tool-07"));
    assertThat(ids(list(unbought))).doesNotContain(bought).contains(new ItemId("tool-07"));
    assertThat(ids(list(lately))).doesNotContain(bought);
    shop.pass(Duration.ofDays(2));
    assertThat(ids(list(lately))).contains(bought);
  }

  @Test
  void strangersSeeWhatIsPopularWhereTheyLook() {
    ListOptions page =
        ListOptions.USUAL.with(ListRules.NONE.about(new ItemId("tool-01"), Map.of()));
    Recommendations found =
        recommend.recommend(
            new RecommendRequest(new HistorySource.OfSubject(new UserId("nobody")), page));

    assertThat(found.strategy()).isEqualTo("popular");
    assertThat(found.items())
        .hasSize(10)
        .allMatch(item -> item.item().value().startsWith("tool"))
        .noneMatch(item -> item.item().value().equals("tool-01"))
        .allMatch(item ->
            item.reasons().equals(List.of(new Reason(null, "popular-in", "Home > Tools", 1))));
  }

  @Test
  void diversityAndNoveltyChangeTheOrderAndNothingElse() {
    ListOptions all = ListOptions.USUAL.withLimit(100);
    List<ItemId> plain = ids(list(all));
    List<ItemId> diverse = ids(list(all.with(new Tuning(0.9, 0, 0, 0, 0))));
    List<ItemId> novel = ids(list(all.with(new Tuning(0, 1, 0, 0, 0))));

    assertThat(diverse).isNotEqualTo(plain).containsExactlyInAnyOrderElementsOf(plain);
    assertThat(novel).isNotEqualTo(plain).containsExactlyInAnyOrderElementsOf(plain);
  }

  @Test
  void explorationTellsHowLikelyEachPlaceWas() {
    shop.catalog.put(List.of(TestShop.item("fresh", 1, "Drinks > Tea", 5)));
    shop.pass(SECOND);
    boolean drawn = false;
    for (int round = 0; round < 30; round++) {
      List<RecommendedItem> found = list(ListOptions.USUAL.with(new Tuning(0, 0, 0.5, 0, 0)));
      assertThat(found).hasSize(10).doesNotHaveDuplicates();
      for (RecommendedItem place : found) {
        assertThat(place.probability()).isNotNull().isGreaterThan(0).isLessThanOrEqualTo(1);
      }
      drawn |=
          found.stream()
              .anyMatch(place ->
                  place.source().equals("exploration") && place.item().value().equals("fresh-01"));
      shop.pass(SECOND);
    }
    assertThat(drawn).as("an item that came after the training gets its chance").isTrue();
    assertThat(list(ListOptions.USUAL)).allMatch(place -> place.probability() == null);
  }

  @Test
  void whatWasShownAndLeftAloneMovesDown() {
    List<ItemId> before = ids(list(ListOptions.USUAL));
    shop.events.append(
        List.of(
            new Event(
                "shown",
                new UserId("tea-1"),
                null,
                new ItemId("tea-07"),
                shop.clock.instant(),
                new Action.View(),
                new Attribution(null, before.subList(0, 3), Map.of()))));

    List<ItemId> after = ids(list(ListOptions.USUAL.with(new Tuning(0, 0, 0, 0, 1))));

    assertThat(after.subList(0, 3)).doesNotContainAnyElementsOf(before.subList(0, 3));
  }

  @Test
  void minimumRelevanceWouldRatherBeShort() {
    assertThat(list(ListOptions.USUAL.withLimit(100).with(new Tuning(0, 0, 0, 0.6, 0))))
        .hasSizeBetween(1, 15)
        .allMatch(item -> item.item().value().startsWith("tea"));
  }

  @Test
  void itemsThatCameAfterTheTrainingCanBePinnedAndPromoted() {
    shop.catalog.put(
        List.of(TestShop.item("pin", 1, "Drinks", 5), TestShop.item("deal", 1, "Drinks", 3)));
    shop.pass(SECOND);
    ListRules shaped =
        ListRules.of(
            null,
            List.of(),
            List.of(new Pinning(new ItemId("pin-01"), 1)),
            List.of(new Promoting("deals", "price = 3", 0.1)),
            List.of());

    List<RecommendedItem> found = list(ListOptions.USUAL.with(shaped));

    assertThat(found.getFirst().item()).isEqualTo(new ItemId("pin-01"));
    assertThat(found)
        .anyMatch(
            item -> item.item().value().equals("deal-01") && item.source().equals("promotion"));
  }

  @Test
  void fieldsOfTheItemsComeWithTheList() {
    shop.catalog.put(List.of(tea(3, 99)));
    shop.pass(SECOND);
    ListOptions detailed =
        ListOptions.USUAL.withLimit(100).with(new Detail(false, List.of("title", "price")));

    assertThat(list(detailed))
        .allSatisfy(item -> {
          assertThat(item.reasons()).isEmpty();
          assertThat(item.shown()).isNotNull();
          assertThat(requireNonNull(item.shown()).title()).isEqualTo("The " + item.item().value());
          assertThat(item.shown().price())
              .isEqualTo(shop.catalog.find(item.item()).orElseThrow().price());
          assertThat(item.shown().attributes()).containsKey("brand");
        });
  }

  @Test
  void sharesOfReasonsSumToOneWhateverTheOptions() {
    ListRules shaped =
        ListRules.of(
            null, List.of(), List.of(new Pinning(new ItemId("tool-09"), 2)), List.of(), List.of());
    assertThat(
            list(
                ListOptions.USUAL.withLimit(40).with(shaped).with(new Tuning(0.3, 0.2, 0.4, 0, 0))))
        .allSatisfy(item ->
            assertThat(item.reasons().stream().mapToDouble(Reason::share).sum())
                .isCloseTo(1, within(1e-6)));
  }

  private List<RecommendedItem> list(ListOptions options) {
    return recommend
        .recommend(new RecommendRequest(new HistorySource.OfSubject(new UserId("tea-1")), options))
        .items();
  }

  private static ListOptions filter(String filter, Map<String, AttributeValue> parameters) {
    return ListOptions.USUAL
        .withLimit(100)
        .with(new Narrowing(null, Set.of(), false, List.of()))
        .with(rules(filter).about(null, parameters));
  }

  private static ListRules rules(@Nullable String filter) {
    return ListRules.of(filter, List.of(), List.of(), List.of(), List.of());
  }

  private static List<ItemId> ids(List<RecommendedItem> items) {
    return items.stream().map(RecommendedItem::item).toList();
  }

  private static String brand(ItemId item) {
    return "b" + Integer.parseInt(item.value().substring(item.value().length() - 2)) % 3;
  }

  private static Item tea(int n, double price) {
    return TestShop.item("tea", n, "Drinks > Tea", price);
  }
}
