package dev.akin.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.app.CategoriesRequest;
import dev.akin.app.FindItemUsers;
import dev.akin.app.Grouping;
import dev.akin.app.HistorySource;
import dev.akin.app.ItemUsersRequest;
import dev.akin.app.ListOptions;
import dev.akin.app.RecommendItems;
import dev.akin.config.Settings;
import dev.akin.config.Stores;
import dev.akin.config.UseCases;
import dev.akin.shop.Action;
import dev.akin.shop.Attribution;
import dev.akin.shop.Event;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What it costs to bring items and people together otherwise than by a list of items: by groups of
/// items for somebody, by users for an item. The table is src/docs/access-patterns.md.
@ExtendWith(FreshTables.Extension.class)
final class AudienceCostTest {
  private static final int ITEMS = 100;
  private static final Duration LIVE = Duration.ofSeconds(1);
  private static final UserId ANN = new UserId("u7");

  private final CapacityMeter meter;
  private final DynamoCatalog catalog;
  private final DynamoEventLog events;
  private final UseCases useCases;
  private Instant now = Instant.parse("2100-06-01T12:00:00Z");

  AudienceCostTest(FreshTables tables) {
    InstantSource clock = () -> now;
    this.meter = tables.meter();
    this.catalog = tables.catalog(clock);
    this.events = tables.eventLog();
    Stores stores =
        new Stores(
            events,
            catalog,
            tables.releaseStore(),
            tables.trainingBoard(),
            tables.keyStore(),
            tables.scenarioStore());
    this.useCases = new UseCases(stores, Settings.documented(), clock, _ -> {});
  }

  @BeforeEach
  void aShopWithARelease() {
    catalog.put(IntStream.range(0, ITEMS).mapToObj(AudienceCostTest::item).toList());
    List<Event> past = new ArrayList<>();
    for (int user = 0; user < 40; user++) {
      for (int step = 0; step < 25; step++) {
        past.add(bought(new UserId("u" + user), (user * 7 + step * 11) % ITEMS, past.size()));
      }
    }
    events.append(past);
    useCases.retrain().run("t");
    now = now.plus(Duration.ofMinutes(10));
  }

  @Test
  void recommendedCategoriesCostWhatAListDoes() {
    RecommendItems recommend = useCases.recommendItems(useCases.moments());
    CategoriesRequest asked =
        CategoriesRequest.of(
            new HistorySource.OfSubject(ANN), Grouping.USUAL, null, ListOptions.USUAL);
    assertThat(recommend.categories(asked).groups()).hasSize(5);

    now = now.plus(LIVE);
    catalog.put(List.of(item(1)));
    meter.reset();
    assertThat(recommend.categories(asked).groups()).hasSize(5);
    assertThat(meter.calls()).as("history and feed").isEqualTo(2);
    assertThat(meter.reads()).isLessThanOrEqualTo(5);
    assertThat(meter.writes()).isZero();
  }

  @Test
  void theUsersOfAnItemCostAQueryForEachWhoIsLookedAt() {
    FindItemUsers ofItem = useCases.findUsers().ofItem();
    ItemId item = item(3).id();
    ofItem.find(new ItemUsersRequest(item, 1, false));

    meter.reset();
    assertThat(ofItem.find(new ItemUsersRequest(item, 5, false)).users()).hasSize(5);
    assertThat(meter.calls()).as("erasures").isEqualTo(1);
    assertThat(meter.reads()).isLessThanOrEqualTo(5);

    meter.reset();
    assertThat(ofItem.find(new ItemUsersRequest(item, 5, true)).users()).hasSize(5);
    assertThat(meter.calls()).as("at most all 40").isBetween(1L + 5, 40L + 40);
    assertThat(meter.reads()).isLessThanOrEqualTo(40 * (1 + 3));
    assertThat(meter.writes()).isZero();
  }

  private Event bought(UserId user, int item, int number) {
    return new Event(
        "%036d".formatted(number),
        user,
        null,
        item(item).id(),
        now.minus(Duration.ofDays(100)).plus(Duration.ofMinutes(90L * number)),
        new Action.Purchase(1, null),
        Attribution.NONE);
  }

  private static Item item(int number) {
    return new Item(
        new ItemId("item-%05d".formatted(number)),
        "Mug number " + number,
        null,
        List.of("Home > Kind " + number % 5),
        List.of(),
        null,
        true,
        null,
        null,
        Map.of());
  }
}
