package dev.akin.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akin.app.Detail;
import dev.akin.app.EventExclusion;
import dev.akin.app.ExplainRequest;
import dev.akin.app.FindSimilarItems;
import dev.akin.app.FindSimilarUsers;
import dev.akin.app.HistorySource;
import dev.akin.app.ListOptions;
import dev.akin.app.ListRules;
import dev.akin.app.ListsRequest;
import dev.akin.app.Narrowing;
import dev.akin.app.RankRequest;
import dev.akin.app.RecommendItems;
import dev.akin.app.RecommendRequest;
import dev.akin.app.Recommendations;
import dev.akin.app.ReportStatus;
import dev.akin.app.Scenarios;
import dev.akin.app.SimilarRequest;
import dev.akin.app.SimilarUsersRequest;
import dev.akin.app.Tuning;
import dev.akin.config.Settings;
import dev.akin.config.Stores;
import dev.akin.config.UseCases;
import dev.akin.function.Fields;
import dev.akin.function.ListOptionsReader;
import dev.akin.function.ScenarioOptions;
import dev.akin.port.ScenarioStore;
import dev.akin.shop.Action;
import dev.akin.shop.Attribution;
import dev.akin.shop.Event;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.Price;
import dev.akin.shop.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What whole answers cost in a warm sandbox. The table is src/docs/access-patterns.md.
@ExtendWith(FreshTables.Extension.class)
final class RequestCostTest {
  private static final int ITEMS = 300;

  /// After which a sandbox reads the feed again.
  private static final Duration LIVE = Duration.ofSeconds(1);

  private static final UserId ANN = new UserId("customer-10482");
  private static final ObjectNode NAMED =
      JsonNodeFactory.instance.objectNode().put("scenario", "home");

  private final CapacityMeter meter;
  private final DynamoCatalog catalog;
  private final DynamoEventLog events;
  private final ScenarioStore stored;
  private final Stores stores;
  private final UseCases useCases;
  private Instant now = Instant.parse("2100-06-01T12:00:00Z");

  RequestCostTest(FreshTables tables) {
    InstantSource clock = () -> now;
    this.meter = tables.meter();
    this.catalog = tables.catalog(clock);
    this.events = tables.eventLog();
    this.stored = tables.scenarioStore();
    this.stores =
        new Stores(
            events,
            catalog,
            tables.releaseStore(),
            tables.trainingBoard(),
            tables.keyStore(),
            stored);
    this.useCases = new UseCases(stores, Settings.documented(), clock, _ -> {});
  }

  @BeforeEach
  void aShopWithARelease() {
    catalog.put(IntStream.range(0, ITEMS).mapToObj(RequestCostTest::item).toList());
    List<Event> past = new ArrayList<>();
    for (int user = 0; user < 40; user++) {
      for (int step = 0; step < 25; step++) {
        past.add(event(new UserId("u" + user), (user * 7 + step * 11) % ITEMS, past.size()));
      }
    }
    IntStream.range(0, 130).forEach(i -> past.add(event(ANN, i, past.size())));
    events.append(past);
    useCases.retrain().run("t");
    now = now.plus(Duration.ofMinutes(10));
  }

  @Test
  void aWarmRecommendationCostsAtMostFiveReadUnitsAndNoWriteUnit() {
    RecommendItems recommend = useCases.recommendItems(useCases.moments());
    assertThat(recommend.recommend(forAnn()).items()).hasSize(10);

    for (int request = 0; request < 5; request++) {
      now = now.plus(LIVE);
      catalog.put(List.of(item(request)));
      meter.reset();
      assertThat(recommend.recommend(forAnn()).items()).hasSize(10);
      assertThat(meter.calls()).as("history and feed").isEqualTo(2);
      assertThat(meter.reads()).isLessThanOrEqualTo(5);
      assertThat(meter.writes()).isZero();
    }
    meter.reset();
    assertThat(recommend.recommend(forAnn()).items()).hasSize(10);
    assertThat(meter.calls()).as("history alone").isEqualTo(1);
    assertThat(meter.reads()).isLessThanOrEqualTo(4);
  }

  @Test
  void aLaterPageCostsWhatTheFirstDoes() {
    RecommendItems recommend = useCases.recommendItems(useCases.moments());
    String cursor = recommend.recommend(forAnn()).cursor();

    for (int page = 1; page < 5; page++) {
      now = now.plus(LIVE);
      catalog.put(List.of(item(ITEMS + page)));
      meter.reset();
      Recommendations next = recommend.recommend(forAnn().after(cursor));
      assertThat(next.items()).hasSize(10);
      assertThat(meter.calls()).as("history and feed").isEqualTo(2);
      assertThat(meter.reads()).isLessThanOrEqualTo(5);
      assertThat(meter.writes()).isZero();
      cursor = next.cursor();
    }
  }

  @Test
  void severalListsCostWhatOneDoes() {
    RecommendItems recommend = useCases.recommendItems(useCases.moments());
    recommend.recommend(forAnn());
    ListOptions usual = ListOptions.USUAL.withLimit(20);
    ListsRequest screen =
        new ListsRequest(
            new HistorySource.OfSubject(ANN),
            IntStream.range(0, ListsRequest.MOST_LISTS)
                .mapToObj(list -> new ListsRequest.Named("list-" + list, usual))
                .toList());

    now = now.plus(LIVE);
    catalog.put(List.of(item(1)));
    meter.reset();
    assertThat(recommend.recommend(screen).lists())
        .hasSize(ListsRequest.MOST_LISTS)
        .anyMatch(list -> list.found().items().size() == 20);
    assertThat(meter.calls()).as("history and feed").isEqualTo(2);
    assertThat(meter.reads()).isLessThanOrEqualTo(5);
    assertThat(meter.writes()).isZero();
  }

  @Test
  void rulesAndFieldsAndEveryTuningCostNothingMore() {
    RecommendItems recommend = useCases.recommendItems(useCases.moments());
    recommend.recommend(forAnn());
    ListRules rules =
        ListRules.of(
            "price <= current.price and not bought(30d)",
            List.of(new ListRules.Boosting("\"blue\" in tags", "1 + price / 100")),
            List.of(new ListRules.Pinning(item(7).id(), 2)),
            List.of(new ListRules.Promoting("sale", "price < 20", 0.2)),
            List.of(new ListRules.Capping("categories", 1, 8)));
    ListOptions options =
        new ListOptions(
            20,
            null,
            new Narrowing(null, Set.of(), true, List.of(new EventExclusion("view", 30))),
            rules.about(item(299).id(), Map.of()),
            new Tuning(0.3, 0.1, 0.1, 0, 0.5),
            new Detail(true, List.of("title", "price", "tags")));

    now = now.plus(LIVE);
    catalog.put(List.of(item(1)));
    RecommendRequest ruled = new RecommendRequest(new HistorySource.OfSubject(ANN), options);
    meter.reset();
    assertThat(recommend.recommend(ruled).items())
        .hasSize(20)
        .allMatch(item -> item.shown() != null);
    assertThat(meter.calls()).as("history and feed").isEqualTo(2);
    assertThat(meter.reads()).isLessThanOrEqualTo(5);
    assertThat(meter.writes()).isZero();
  }

  @Test
  void aWarmRankingOfHundredsOfItemsCostsAtMostFiveReadUnitsAndNoWriteUnit() {
    RecommendItems recommend = useCases.recommendItems(useCases.moments());
    List<ItemId> given = IntStream.range(0, 301).mapToObj(n -> item(n).id()).toList();
    RankRequest ranked =
        new RankRequest(new HistorySource.OfSubject(ANN), given, ListOptions.USUAL);
    recommend.recommend(forAnn());

    now = now.plus(LIVE);
    catalog.put(List.of(item(1), item(300)));
    meter.reset();
    assertThat(recommend.rank(ranked).order().items()).hasSizeGreaterThan(100);
    assertThat(meter.calls()).as("history and feed").isEqualTo(2);
    assertThat(meter.reads()).isLessThanOrEqualTo(5);
    assertThat(meter.writes()).isZero();
  }

  @Test
  void anExplanationCostsWhatItsListCosts() {
    RecommendItems recommend = useCases.recommendItems(useCases.moments());
    recommend.recommend(forAnn());

    now = now.plus(LIVE);
    meter.reset();
    assertThat(
            recommend.explain(
                new ExplainRequest(
                    new HistorySource.OfSubject(ANN), ListOptions.USUAL, item(7).id())))
        .isPresent();
    assertThat(meter.calls()).as("history and feed").isEqualTo(2);
    assertThat(meter.reads()).isLessThanOrEqualTo(5);
    assertThat(meter.writes()).isZero();
  }

  @Test
  void aWarmSimilarLookUpCostsAtMostOneReadUnitAndOnceASecondTheFeed() {
    FindSimilarItems similar = useCases.findSimilarItems();
    assertThat(similar.find(likeItem(1)).items()).hasSize(10);

    for (int item = 2; item < 40; item++) {
      meter.reset();
      assertThat(similar.find(likeItem(item)).items()).hasSize(10);
      assertThat(meter.calls()).isEqualTo(1);
      assertThat(meter.reads()).isLessThanOrEqualTo(1);
      assertThat(meter.writes()).isZero();
    }
    now = now.plus(LIVE);
    catalog.put(List.of(item(1)));
    meter.reset();
    assertThat(similar.find(likeItem(2)).items()).hasSize(10);
    assertThat(meter.calls()).isEqualTo(2);
    assertThat(meter.reads()).isLessThanOrEqualTo(2);
  }

  @Test
  void aFilterOfSimilarItemsCostsNothingMoreOnceTheCatalogueIsLoaded() {
    FindSimilarItems similar = useCases.findSimilarItems();
    assertThat(similar.find(filtered(1)).items()).hasSize(10);

    for (int item = 2; item < 40; item++) {
      meter.reset();
      assertThat(similar.find(filtered(item)).items())
          .hasSize(10)
          .allMatch(found -> found.shown() != null);
      assertThat(meter.calls()).isEqualTo(1);
      assertThat(meter.reads()).isLessThanOrEqualTo(1);
      assertThat(meter.writes()).isZero();
    }
    now = now.plus(LIVE);
    catalog.put(List.of(item(1)));
    meter.reset();
    assertThat(similar.find(filtered(2)).items()).hasSize(10);
    assertThat(meter.calls()).as("page and feed").isEqualTo(2);
    assertThat(meter.reads()).isLessThanOrEqualTo(2);
  }

  @Test
  void aRequestThatLooksAtThePointerAtTheSameTimePaysOneUnitMore() {
    RecommendItems recommend = useCases.recommendItems(useCases.moments());
    recommend.recommend(forAnn());
    now = now.plus(Duration.ofSeconds(30));
    meter.reset();
    recommend.recommend(forAnn());
    assertThat(meter.calls()).isEqualTo(3);
    assertThat(meter.reads()).isLessThanOrEqualTo(6);
  }

  @Test
  void similarUsersCostTheHistoryAndOneUnitForEachWhoIsFound() {
    FindSimilarUsers similar = useCases.findUsers().similar();
    SimilarUsersRequest likeAnn = new SimilarUsersRequest(ANN, 10);
    assertThat(similar.find(likeAnn).users()).hasSize(10);

    meter.reset();
    assertThat(similar.find(likeAnn).users()).hasSize(10);
    assertThat(meter.calls()).as("history and erasures").isEqualTo(2);
    assertThat(meter.reads()).isLessThanOrEqualTo(4 + 10);
    assertThat(meter.writes()).isZero();
  }

  @Test
  void theStatusCostsAHandfulOfReadUnitsWhateverTheSize() {
    ReportStatus status = new ReportStatus(stores.releases(), stores.board(), catalog, () -> now);
    meter.reset();
    assertThat(status.report().missing()).isNotEmpty();
    assertThat(meter.calls()).as("board, pointer, manifest").isEqualTo(3);
    assertThat(meter.reads()).isLessThanOrEqualTo(4);
    assertThat(meter.writes()).isZero();
  }

  @Test
  void aScenarioCostsHalfAReadUnitInThirtySeconds() {
    Scenarios scenarios = useCases.scenarios();
    String json = "{\"filter\":\"" + "x".repeat(3_500) + "\"}";
    stored.put(new ScenarioStore.Scenario("home", json, now));
    stored.put(new ScenarioStore.Scenario("big", "x".repeat(16 * 1024), now));

    meter.reset();
    assertThat(scenarios.find("home")).contains(json);
    assertThat(meter.calls()).isEqualTo(1);
    assertThat(meter.reads()).isEqualTo(0.5);
    now = now.plus(Duration.ofSeconds(29));
    assertThat(scenarios.find("home")).contains(json);
    assertThat(meter.calls()).as("held").isEqualTo(1);
    now = now.plusSeconds(1);
    assertThat(scenarios.find("home")).contains(json);
    assertThat(meter.reads()).isEqualTo(1);
    meter.reset();
    assertThat(scenarios.find("big")).isPresent();
    assertThat(meter.reads()).isLessThanOrEqualTo(2.5);
    assertThat(meter.writes()).isZero();
  }

  @Test
  void aRecommendationByAScenarioCostsAtMostFiveReadUnitsOnAverage() {
    RecommendItems recommend = useCases.recommendItems(useCases.moments());
    ScenarioOptions scenarios = new ScenarioOptions(useCases.scenarios());
    String json = "{\"limit\":10,\"filter\":\"attributes.gone = 1\"}";
    stored.put(new ScenarioStore.Scenario("home", json, now));
    recommend.recommend(forAnn());
    meter.reset();
    for (int second = 0; second < 60; second++) {
      now = now.plus(LIVE);
      assertThat(scenarios.serving(NAMED, options -> recommend.recommend(forAnn(options))).items())
          .hasSize(10);
    }
    assertThat(meter.calls()).as("the void filter is found out twice").isLessThanOrEqualTo(128);
    assertThat(meter.reads() / 60).as("feed, pointer and scenario included").isLessThan(5);
    assertThat(meter.writes()).isZero();
  }

  private static RecommendRequest forAnn(ObjectNode options) {
    return new RecommendRequest(
        new HistorySource.OfSubject(ANN), ListOptionsReader.read(new Fields(options)));
  }

  private static RecommendRequest forAnn() {
    return RecommendRequest.of(new HistorySource.OfSubject(ANN));
  }

  private static SimilarRequest likeItem(int number) {
    return new SimilarRequest(
        item(number).id(), 10, SimilarRequest.Basis.BEHAVIOUR, null, Set.of());
  }

  private static SimilarRequest filtered(int number) {
    return new SimilarRequest(
        item(number).id(),
        10,
        SimilarRequest.Basis.BEHAVIOUR,
        null,
        Set.of(),
        ListRules.filter("price >= 0.8 * current.price and \"blue\" in tags"),
        new Detail(false, List.of("title", "price")));
  }

  /// A view with an id of 36 bytes; every fifth came from a recommendation.
  private Event event(UserId user, int item, int number) {
    return new Event(
        "%036d".formatted(number),
        user,
        null,
        item(item).id(),
        now.minus(Duration.ofDays(100)).plus(Duration.ofMinutes(90L * number)),
        new Action.View(),
        number % 5 == 0 ? new Attribution("t".repeat(100), List.of(), Map.of()) : Attribution.NONE);
  }

  private static Item item(int number) {
    return new Item(
        new ItemId("item-%05d".formatted(number)),
        "Mug number " + number,
        null,
        List.of("Home > Mugs"),
        List.of("blue"),
        new Price(10 + number, "EUR"),
        true,
        null,
        null,
        Map.of());
  }
}
