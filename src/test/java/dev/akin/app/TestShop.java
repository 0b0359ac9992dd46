package dev.akin.app;

import dev.akin.learn.Trainer;
import dev.akin.memory.InMemoryCatalog;
import dev.akin.memory.InMemoryEventLog;
import dev.akin.memory.InMemoryKeyStore;
import dev.akin.memory.InMemoryReleaseStore;
import dev.akin.memory.InMemoryTrainingBoard;
import dev.akin.model.ReleaseManifest;
import dev.akin.port.Catalog;
import dev.akin.port.EventLog;
import dev.akin.port.ReleaseStore;
import dev.akin.port.TrainingBoard;
import dev.akin.rank.Strategy;
import dev.akin.shop.Action;
import dev.akin.shop.AttributeValue;
import dev.akin.shop.Attribution;
import dev.akin.shop.Event;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.Price;
import dev.akin.shop.Strength;
import dev.akin.shop.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A small shop in memory: two circles of customers, each with a taste of its own.
///
/// Customers `tea-0 ..` buy of `tea-00 .. tea-19`, customers `tool-0 ..` of `tool-00 .. tool-19`.
final class TestShop {
  static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  static final Duration RETENTION = Duration.ofDays(400);
  private static final int PER_CIRCLE = 30;
  static final int ITEMS_PER_CIRCLE = 20;
  static final TrainingOptions OPTIONS = new TrainingOptions(1, 2, 8, 15, 50, 1 << 20, false);

  final InMemoryEventLog events = new InMemoryEventLog(this::instant);
  final InMemoryCatalog catalog = new InMemoryCatalog(this::instant);
  final InMemoryReleaseStore releases = new InMemoryReleaseStore();
  final InMemoryTrainingBoard board = new InMemoryTrainingBoard();

  /// What trainings report to.
  TrainingBoard told = board;

  final InMemoryKeyStore keys = new InMemoryKeyStore();
  final List<String> warnings = new ArrayList<>();
  private Instant now = NOW;
  int referenceUsers = 1_000;
  final InstantSource clock = this::instant;
  private int eventNumber;

  /// A shop with customers, items and events, but no release.
  static TestShop stocked() {
    TestShop shop = new TestShop();
    for (String circle : List.of("tea", "tool")) {
      for (int item = 0; item < ITEMS_PER_CIRCLE; item++) {
        shop.catalog.put(List.of(item("%s-%02d".formatted(circle, item))));
      }
      for (int user = 0; user < PER_CIRCLE; user++) {
        for (int step = 0; step < 6; step++) {
          int item = (user * 7 + step * (1 + user % 3)) % ITEMS_PER_CIRCLE;
          shop.buy(circle + "-" + user, "%s-%02d".formatted(circle, item));
        }
      }
    }
    return shop;
  }

  /// The same customers, half of whose events are months older than the rest: there is a past to
  /// learn from and a future to be tested on.
  static TestShop returningCustomers() {
    TestShop shop = new TestShop();
    for (int round = 0; round < 8; round++) {
      shop.comeBack();
      shop.pass(Duration.ofDays(20));
    }
    return shop;
  }

  /// Puts the items of both circles into the catalogue, and ten lamps that nobody buys. Only the
  /// kind is in a title.
  TestShop described() {
    for (int item = 0; item < ITEMS_PER_CIRCLE; item++) {
      catalog.put(List.of(item("tea-%02d".formatted(item), "Green tea")));
      catalog.put(List.of(item("tool-%02d".formatted(item), "Steel tool")));
      catalog.put(List.of(item("lamp-%02d".formatted(item / 2), "Bright lamp")));
    }
    return this;
  }

  /// What the training that runs calls again and again; a test beats it by hand.
  Runnable heart = () -> {};

  private int visits;

  /// Every customer buys two more items of his circle, of his own third of it more often.
  void comeBack() {
    for (String circle : List.of("tea", "tool")) {
      for (int user = 0; user < PER_CIRCLE; user++) {
        for (int step = 0; step < 2; step++) {
          int item = (user % 3 * 7 + 3 * visits + step) % ITEMS_PER_CIRCLE;
          buy(circle + "-" + user, "%s-%02d".formatted(circle, item));
        }
      }
    }
    visits++;
  }

  /// A training whose only personal model is made by `trainer`.
  Retrain retrainWith(Trainer trainer) {
    return retrain(releases, List.of(Recipe.always(Strategy.NEIGHBOURS, trainer)));
  }

  void buy(String user, String item) {
    append(user, item, new Action.Purchase(1, null));
  }

  void append(String user, String item, Action action) {
    events.append(
        List.of(
            new Event(
                "e" + eventNumber++,
                new UserId(user),
                null,
                new ItemId(item),
                now.minus(Duration.ofDays(1)),
                action,
                Attribution.NONE)));
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  private Instant instant() {
    return now;
  }

  Retrain retrain() {
    return retrain(releases);
  }

  Retrain retrain(ReleaseStore store) {
    return retrain(store, Recipes.standard(OPTIONS));
  }

  Retrain retrain(ReleaseStore store, List<Recipe> recipes) {
    return retrain(store, recipes, Long.MAX_VALUE);
  }

  Retrain retrain(ReleaseStore store, List<Recipe> recipes, long heapBytes) {
    ReleaseTraining.Settings settings =
        new ReleaseTraining.Settings(
            1, 2, Strength.DEFAULT, recipes, new ReleaseTraining.Bounds(referenceUsers, heapBytes));
    return new Retrain(
        events,
        catalog,
        store,
        told,
        new ReleaseTraining(settings),
        clock,
        (_, beat) -> {
          heart = beat;
          return () -> {};
        });
  }

  RecommendItems recommendItems() {
    return recommendItems(events, catalog, releases);
  }

  RecommendItems recommendItems(EventLog log, Catalog items, ReleaseStore store) {
    return new RecommendItems(moments(log, items, store), new Signer(keys, () -> new byte[32]));
  }

  Moments moments() {
    return moments(events, catalog, releases);
  }

  private Moments moments(EventLog log, Catalog items, ReleaseStore store) {
    ReleaseLoader loader = new ReleaseLoader(store);
    return new Moments(
        live(store, manifest -> new ServedRelease(loader.load(manifest))), log, items, settings());
  }

  FindSimilarItems findSimilarItems() {
    return new FindSimilarItems(
        live(releases, manifest -> SimilarIndex.load(releases, manifest)),
        events,
        catalog,
        settings());
  }

  FindSimilarUsers findSimilarUsers() {
    return findSimilarUsers(events);
  }

  FindSimilarUsers findSimilarUsers(EventLog log) {
    return new FindSimilarUsers(users(), log, settings(), RETENTION);
  }

  FindItemUsers findItemUsers(EventLog log) {
    return new FindItemUsers(users(), log, settings(), RETENTION);
  }

  private Live<UserIndex> users() {
    return live(releases, manifest -> UserIndex.load(releases, manifest));
  }

  <T> Live<T> live(ReleaseStore store, Function<ReleaseManifest, T> loader) {
    return new Live<>(store, clock, Duration.ofSeconds(30), loader, warnings::add);
  }

  ServingSettings settings() {
    return new ServingSettings(100, Duration.ofSeconds(30), Strength.DEFAULT, clock);
  }

  static Item item(String id) {
    return item(id, "The " + id);
  }

  static Item item(String id, String title) {
    return new Item(
        new ItemId(id), title, null, List.of(), List.of(), null, true, NOW, null, Map.of());
  }

  /// `<kind>-<number>`, of one of three brands by turns.
  static Item item(String kind, int number, String category, double price) {
    String id = "%s-%02d".formatted(kind, number);
    return new Item(
        new ItemId(id),
        "The " + id,
        null,
        List.of(category),
        List.of(),
        new Price(price, "EUR"),
        true,
        NOW,
        null,
        Map.of("brand", new AttributeValue.Text("b" + number % 3)));
  }
}
