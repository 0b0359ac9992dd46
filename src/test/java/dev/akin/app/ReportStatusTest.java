package dev.akin.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.app.ReportStatus.Missing;
import dev.akin.app.ReportStatus.Rung;
import dev.akin.app.ReportStatus.ShopStatus;
import dev.akin.model.ReleaseManifest;
import dev.akin.model.ReleaseManifest.TrainingCounts;
import dev.akin.shop.Action;
import dev.akin.shop.Attribution;
import dev.akin.shop.Event;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.Price;
import dev.akin.shop.SessionId;
import dev.akin.shop.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ReportStatusTest {
  private static final ItemId MUG = new ItemId("mug");

  private final TestShop shop = new TestShop();

  @Test
  void anEmptyShopIsToldToPutItems() {
    assertThat(codes()).containsExactly("no_items");
    assertThat(status().ladder()).extracting(Rung::ready).containsOnly(false);
  }

  @Test
  void beforeTheFirstTrainingTheFirstStepIsToTrainAndItemsAreLookedAt() {
    shop.catalog.put(List.of(TestShop.item("tea-1"), TestShop.item("tea-2")));

    assertThat(codes())
        .containsExactly("no_release", "items_without_category", "items_without_price");
    assertThat(ready()).containsExactly("newest items");
    assertThat(status().ladder().getFirst().counts())
        .containsExactly(new ReportStatus.Count("items", 2, 1));
    shop.catalog.put(List.of(bare("tea-3")));
    assertThat(rung("similar items and personal lists by words").counts())
        .containsExactly(new ReportStatus.Count("items with words", 2, 2));
  }

  @Test
  void theLadderSaysWhatWorksAndHowFarTheRestIs() {
    shop.catalog.put(List.of(TestShop.item("tea-1"), TestShop.item("tea-2")));
    shop.buy("ann", "tea-1");
    shop.buy("ann", "tea-2");
    shop.buy("bob", "tea-2");
    shop.retrain().run("t");

    assertThat(ready())
        .containsExactly(
            "newest items",
            "popular items",
            "similar items and personal lists by words",
            "similar items");
    assertThat(rung("personal recommendations").counts())
        .containsExactly(
            new ReportStatus.Count("customers", 2, 20), new ReportStatus.Count("pairs", 3, 100));
    assertThat(rung("trending items").counts())
        .containsExactly(new ReportStatus.Count("days of events", 0, 2));
    assertThat(rung("a blend of all models").counts())
        .containsExactly(new ReportStatus.Count("customers with five items", 0, 20));
    assertThat(rung("what to buy again").counts())
        .containsExactly(new ReportStatus.Count("items bought again", 0, 1));
    shop.pass(Duration.ofDays(2));
    shop.buy("bob", "tea-2");
    shop.retrain().run("t2");
    assertThat(rung("what to buy again").counts())
        .containsExactly(new ReportStatus.Count("items bought again", 1, 1));
    assertThat(rung("what to buy again").ready()).isTrue();
  }

  @Test
  void aShopWithReturningCustomersStandsOnTheTopOfTheLadder() {
    TestShop old = TestShop.returningCustomers().described();
    old.retrain().run("t");

    assertThat(new ReportStatus(old.releases, old.board, old.catalog, old.clock).report().ladder())
        .hasSize(11)
        .filteredOn(rung -> !rung.ready())
        .extracting(Rung::capability)
        .as("who sends no context has it not followed")
        .containsExactly("lists that follow the context");
  }

  @Test
  void similarUsersNeedCustomersWithNamesAndRoomForThem() {
    TestShop known = TestShop.returningCustomers();
    known.retrain().run("t");
    assertThat(rung(known, "similar users").ready()).isTrue();

    TestShop none = TestShop.returningCustomers();
    none.referenceUsers = 0;
    none.retrain().run("t");
    assertThat(rung(none, "similar users").ready()).isFalse();
    assertThat(rung(none, "personal recommendations").ready()).isTrue();
    assertThat(rung(none, "similar users").needs()).contains("akin.training.reference-users");

    for (int visit = 0; visit < 30; visit++) {
      for (int item = 0; item < 5; item++) {
        shop.events.append(List.of(visited("visit-" + visit, "tea-" + (visit + item) % 9)));
      }
    }
    shop.retrain().run("t");
    assertThat(rung("personal recommendations").ready()).isTrue();
    assertThat(rung("similar users").ready()).isFalse();
    assertThat(rung("similar users").counts())
        .containsExactly(
            new ReportStatus.Count("customers", 30, 20),
            new ReportStatus.Count("pairs", 150, 100),
            new ReportStatus.Count("events with a userId", 0, 1));
  }

  @Test
  void whatTheShopDoesNotSendIsToldWithWhatToDo() {
    shop.catalog.put(List.of(TestShop.item("tea-1"), bare("tea-2"), bare("tea-3")));
    shop.buy("ann", "tea-1");
    shop.buy("bob", "cup");
    shop.catalog.delete(new ItemId("tea-3"));
    shop.buy("eve", "tea-3");
    shop.retrain().run("t");

    assertThat(codes())
        .containsExactly(
            "items_without_title",
            "items_without_category",
            "items_without_price",
            "items_without_created_at",
            "one_event_type",
            "unlisted_items",
            "no_second_item",
            "purchases_without_price",
            "purchases_without_quantity",
            "no_impressions",
            "no_recommendation_id",
            "no_context");
    assertThat(missing("items_without_title"))
        .satisfies(fact -> {
          assertThat(fact.message()).isEqualTo("1 of 2 items lack a title");
          assertThat(fact.have()).isEqualTo(1);
          assertThat(fact.need()).isEqualTo(2);
        });
    assertThat(missing("items_without_category").message()).isEqualTo("no item has a category");
    assertThat(missing("unlisted_items").message())
        .as("what the shop deleted was listed once")
        .endsWith("1 of 3");
    assertThat(status().missing()).allMatch(fact -> !fact.remedy().isBlank());
  }

  @Test
  void aShopThatSendsEverythingMissesNothing() {
    Item whole =
        new Item(
            MUG,
            "Mug",
            null,
            List.of("Home > Mugs"),
            List.of(),
            new Price(7.5, "EUR"),
            true,
            TestShop.NOW,
            null,
            Map.of());
    shop.catalog.put(List.of(whole, TestShop.item("cup"), TestShop.item("pot")));
    shop.catalog.delete(new ItemId("cup"));
    shop.catalog.delete(new ItemId("pot"));
    Action bought = new Action.Purchase(2, new Price(7.5, "EUR"));
    shop.events.append(
        List.of(
            event(
                "1",
                "ann",
                "mug",
                bought,
                new Attribution("token", List.of(MUG), Map.of("device", "mobile"))),
            event("2", "ann", "cup", new Action.View(), Attribution.NONE)));
    shop.retrain().run("t");

    assertThat(codes()).isEmpty();
  }

  @Test
  void eventsThatAllCameAtOnceAndBelongToNobodyAreNoticed() {
    shop.catalog.put(List.of(TestShop.item("tea-1")));
    for (int i = 0; i < 20; i++) {
      shop.events.append(
          List.of(event("e" + i, null, "tea-1", new Action.View(), Attribution.NONE)));
    }
    shop.retrain().run("t");

    assertThat(codes()).contains("events_at_once", "no_users", "no_purchases");
    assertThat(missing("events_at_once").message()).startsWith("all 20 events");
  }

  @Test
  void aTrainingWithoutEventsAsksForThem() {
    shop.catalog.put(List.of(TestShop.item("tea-1")));
    shop.retrain().run("t");

    assertThat(codes())
        .containsExactly("items_without_category", "items_without_price", "no_events");
  }

  @Test
  void aReleaseThatWasTrainedBeforeDataWasCountedIsReadAndSaysSo() {
    shop.catalog.put(List.of(TestShop.item("tea-1")));
    shop.buy("ann", "tea-1");
    shop.retrain().run("t");
    ReleaseManifest counted = status().live().orElseThrow();
    ReleaseManifest older =
        new ReleaseManifest(
            counted.id(),
            counted.format(),
            counted.trainedAt(),
            counted.seed(),
            counted.strategy(),
            new TrainingCounts(1, 1, 1, 1, 0),
            counted.parts(),
            counted.report());

    assertThat(Shortcomings.of(older.counts()))
        .extracting(Missing::code)
        .containsExactly("not_counted");
    assertThat(ReadinessLadder.of(older))
        .extracting(Rung::capability)
        .containsExactly(
            "newest items",
            "popular items",
            "similar items",
            "personal recommendations",
            "similar users");
  }

  private ShopStatus status() {
    return new ReportStatus(shop.releases, shop.board, shop.catalog, shop.clock).report();
  }

  private List<String> codes() {
    return status().missing().stream().map(Missing::code).toList();
  }

  private Missing missing(String code) {
    return status().missing().stream()
        .filter(fact -> fact.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private List<String> ready() {
    return status().ladder().stream().filter(Rung::ready).map(Rung::capability).toList();
  }

  private Rung rung(String capability) {
    return rung(shop, capability);
  }

  private static Rung rung(TestShop shop, String capability) {
    return new ReportStatus(shop.releases, shop.board, shop.catalog, shop.clock)
        .report().ladder().stream()
            .filter(rung -> rung.capability().equals(capability))
            .findFirst()
            .orElseThrow();
  }

  private static Item bare(String id) {
    return Item.bare(new ItemId(id));
  }

  private static Event visited(String visit, String item) {
    return new Event(
        visit + item,
        null,
        new SessionId(visit),
        new ItemId(item),
        TestShop.NOW.minus(Duration.ofHours(2)),
        new Action.View(),
        Attribution.NONE);
  }

  private static Event event(
      String id, @Nullable String user, String item, Action action, Attribution attribution) {
    Instant time = TestShop.NOW.minus(Duration.ofHours(2));
    return new Event(
        id,
        user == null ? null : new UserId(user),
        new SessionId("visit"),
        new ItemId(item),
        time,
        action,
        attribution);
  }
}
