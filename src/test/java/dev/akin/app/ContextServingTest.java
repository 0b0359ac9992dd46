package dev.akin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.app.Recommendations.Reason;
import dev.akin.app.Recommendations.RecommendedItem;
import dev.akin.model.ContextLifts;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.ItemId;
import dev.akin.shop.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What the context of past events changes in the lists of those to come.
final class ContextServingTest {
  private static final ContextShop WORLDS = ContextShop.ofTwoWorlds().trained();
  private static final Map<String, String> MOBILE = ContextShop.device(true);
  private static final Map<String, String> DESKTOP = ContextShop.device(false);

  @Test
  void theSameHistoryGetsWhatIsWantedOnEachDevice() {
    for (String customer : List.of("c-1", "c-2", "c-77", "nobody")) {
      long none = ContextShop.lamps(WORLDS.list(customer, Map.of()));
      long mobile = ContextShop.lamps(WORLDS.list(customer, MOBILE));
      long desktop = ContextShop.lamps(WORLDS.list(customer, DESKTOP));

      assertThat(mobile).as(customer).isGreaterThan(desktop + 3).isGreaterThanOrEqualTo(none);
      assertThat(desktop).as(customer).isLessThanOrEqualTo(none);
    }
  }

  @Test
  void theOrderOfCategoriesFollowsTheContextToo() {
    assertThat(firstCategory(MOBILE)).isEqualTo("Home > Lamps");
    assertThat(firstCategory(DESKTOP)).isEqualTo("Home > Rugs");
  }

  private static String firstCategory(Map<String, String> context) {
    ListOptions options = ListOptions.USUAL.with(new GivenContext(context));
    return WORLDS
        .shop
        .recommendItems()
        .categories(
            CategoriesRequest.of(
                new HistorySource.OfSubject(new UserId("nobody")), Grouping.USUAL, null, options))
        .groups()
        .getFirst()
        .value();
  }

  @Test
  void anItemThatCameSinceHasNoContextYet() {
    ContextShop shop = ContextShop.ofTwoWorlds().trained();
    shop.shop.catalog.put(List.of(TestShop.item("lamp", 99, "Home > Lamps", 10)));
    shop.shop.pass(Duration.ofSeconds(2));

    Recommendations ranked =
        shop.list("nobody", ListOptions.USUAL.withLimit(100).with(new GivenContext(MOBILE)));

    assertThat(ranked.items())
        .filteredOn(item -> item.item().equals(new ItemId("lamp-99")))
        .singleElement()
        .satisfies(
            item -> assertThat(item.reasons()).extracting(Reason::kind).doesNotContain("context"));
  }

  @Test
  void theReportSaysWhatTheContextGained() {
    assertThat(WORLDS.release().manifest().report())
        .contains("\"context\"", "\"personal\"", "\"strangers\"", "\"exponent\"", "\"gain\"");
  }

  @Test
  void theSameEventsGiveTheSameBytes() {
    assertThat(ContextShop.ofTwoWorlds().trained().release().manifest().id())
        .isEqualTo(WORLDS.release().manifest().id());
  }

  @Test
  void theLadderNamesTheKeysThatListsFollow() {
    ReportStatus.Rung rung = ReadinessLadder.of(WORLDS.release().manifest()).getLast();

    assertThat(rung.ready()).isTrue();
    assertThat(rung.counts())
        .contains(new ReportStatus.Count("values of device that lists follow", 2, 1));
  }

  @Test
  void aShopWhoseContextSaysNothingKeepsItsLists() {
    ContextShop chance = ContextShop.ofChance().trained();

    assertThat(chance.lifts()).isEqualTo(ContextLifts.NONE);
    assertThat(chance.list("c-1", MOBILE).items()).isEqualTo(chance.list("c-1", Map.of()).items());
    assertThat(chance.release().manifest().part("context")).isEmpty();
  }

  @Test
  void theHourOfTheRequestIsFollowedIfItHelps() {
    ContextShop evenings = ContextShop.ofEvenings().trained();
    assertThat(evenings.lifts().keys())
        .extracting(ContextLifts.Key::name)
        .contains("hour")
        .doesNotContain("device");

    long atNoon = ContextShop.lamps(evenings.list("c-1", Map.of()));
    evenings.shop.pass(Duration.ofHours(7));
    long atSeven = ContextShop.lamps(evenings.list("c-1", Map.of()));
    evenings.shop.pass(Duration.ofHours(13));
    long atEight = ContextShop.lamps(evenings.list("c-1", Map.of()));
    long saidToBeEvening = ContextShop.lamps(evenings.list("c-1", Map.of("hour", "19")));

    assertThat(atSeven).isGreaterThan(atEight + 3).isGreaterThanOrEqualTo(atNoon);
    assertThat(saidToBeEvening).as("what is said wins over the clock").isEqualTo(atSeven);
  }

  @Test
  void whatNothingIsKnownOfChangesNothing() {
    assertThat(WORLDS.list("c-1", Map.of("device", "watch", "weather", "rain")).items())
        .isEqualTo(WORLDS.list("c-1", Map.of()).items());
  }

  @Test
  void theContextIsAReasonAndSharesSumToOne() {
    List<RecommendedItem> items = WORLDS.list("c-1", MOBILE).items();

    assertThat(items)
        .allSatisfy(item -> {
          double sum = item.reasons().stream().mapToDouble(Reason::share).sum();
          assertThat(sum).isCloseTo(1, within(1e-6));
        });
    assertThat(items)
        .filteredOn(item -> item.item().value().startsWith("lamp"))
        .isNotEmpty()
        .allSatisfy(item ->
            assertThat(item.reasons())
                .anySatisfy(reason -> {
                  assertThat(reason.kind()).isEqualTo("context");
                  assertThat(reason.name()).isEqualTo("device=mobile");
                }));
    assertThat(items)
        .filteredOn(item -> item.item().value().startsWith("rug"))
        .allSatisfy(item ->
            assertThat(item.reasons()).noneMatch(reason -> "context".equals(reason.kind())));
  }

  @Test
  void aPageBelongsToItsContext() {
    ListOptions mobile = ListOptions.USUAL.with(new GivenContext(MOBILE));
    HistorySource customer = new HistorySource.OfSubject(new UserId("c-1"));
    RecommendItems items = WORLDS.shop.recommendItems();
    String cursor = items.recommend(new RecommendRequest(customer, mobile)).cursor();

    assertThat(items.recommend(new RecommendRequest(customer, mobile, cursor)).items()).hasSize(10);
    assertThatThrownBy(() ->
            items.recommend(
                new RecommendRequest(customer, mobile.with(new GivenContext(DESKTOP)), cursor)))
        .isInstanceOfSatisfying(
            InvalidFieldException.class,
            refusal -> assertThat(refusal.code()).isEqualTo("other_request"));
  }

  @Test
  void aListByDateStaysOne() {
    ListOptions newest = ListOptions.USUAL.withStrategy("newest");

    assertThat(WORLDS.list("c-1", newest.with(new GivenContext(MOBILE))).items())
        .isEqualTo(WORLDS.list("c-1", newest).items());
  }

  @Test
  void anExplanationSaysTheFactorOfTheContext() {
    ListOptions mobile = ListOptions.USUAL.with(new GivenContext(MOBILE));
    HistorySource customer = new HistorySource.OfSubject(new UserId("c-1"));
    String lamp =
        WORLDS.list("c-1", mobile).items().stream()
            .map(item -> item.item().value())
            .filter(id -> id.startsWith("lamp"))
            .findFirst()
            .orElseThrow();

    Explained explained =
        WORLDS
            .shop
            .recommendItems()
            .explain(new ExplainRequest(customer, mobile, new ItemId(lamp)))
            .orElseThrow();

    assertThat(Objects.requireNonNull(explained.score()).factor()).isGreaterThan(1);
    assertThat(explained.reasons()).extracting(Reason::kind).contains("context");
  }
}
