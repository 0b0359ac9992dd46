package dev.akin.app;

import dev.akin.math.SeededRandom;
import dev.akin.model.ContextLifts;
import dev.akin.model.Release;
import dev.akin.shop.Action;
import dev.akin.shop.Attribution;
import dev.akin.shop.Event;
import dev.akin.shop.ItemId;
import dev.akin.shop.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/// A shop whose customers look at lamps and rugs, half of the time on a phone, and come back for
/// weeks. What they look at where, a test decides.
final class ContextShop {
  static final int ITEMS = 30;
  private static final int CUSTOMERS = 120;
  private static final int WEEKS = 8;
  private static final Instant START = Instant.parse("2026-09-28T00:00:00Z");

  final TestShop shop = new TestShop();
  private final SeededRandom random = new SeededRandom(7);

  /// What a visit is like.
  ///
  /// @param mobile whether on a phone
  /// @param lamps the probability that a look is at a lamp
  /// @param hour of the day
  record Visit(boolean mobile, double lamps, int hour) {}

  ContextShop() {
    for (int number = 0; number < ITEMS; number++) {
      shop.catalog.put(List.of(TestShop.item("lamp", number, "Home > Lamps", 10)));
      shop.catalog.put(List.of(TestShop.item("rug", number, "Home > Rugs", 10)));
    }
  }

  /// Mobile customers prefer lamps, the others rugs.
  static ContextShop ofTwoWorlds() {
    return new ContextShop().visited((mobile, _) -> new Visit(mobile, mobile ? 0.85 : 0.15, 12));
  }

  /// What is looked at has nothing to do with the device.
  static ContextShop ofChance() {
    return new ContextShop().visited((mobile, _) -> new Visit(mobile, 0.5, 12));
  }

  /// Lamps are looked at in the evening, and nobody says anything of it.
  static ContextShop ofEvenings() {
    return new ContextShop()
        .visited((_, evening) -> new Visit(false, evening ? 0.85 : 0.15, evening ? 19 : 8));
  }

  /// @param visits of a coin for the device and one for the hour
  ContextShop visited(BiFunction<Boolean, Boolean, Visit> visits) {
    for (int week = 0; week < WEEKS; week++) {
      for (int customer = 0; customer < CUSTOMERS; customer++) {
        Visit visit = visits.apply(random.nextDouble() < 0.5, random.nextDouble() < 0.5);
        Instant day = START.plus(Duration.ofDays(7L * week + random.nextInt(7)));
        for (int look = 0; look < 3; look++) {
          Instant time = day.plus(Duration.ofHours(visit.hour())).plusSeconds(60L * look);
          look("c-" + customer, item(visit), time, device(visit.mobile()));
        }
      }
    }
    return this;
  }

  static Map<String, String> device(boolean mobile) {
    return Map.of("device", mobile ? "mobile" : "desktop");
  }

  private String item(Visit visit) {
    int number = Math.min(random.nextInt(ITEMS), random.nextInt(ITEMS));
    return "%s-%02d".formatted(random.nextDouble() < visit.lamps() ? "lamp" : "rug", number);
  }

  private int number;

  void look(String customer, String item, Instant time, Map<String, String> context) {
    shop.events.append(
        List.of(
            new Event(
                "v" + number++,
                new UserId(customer),
                null,
                new ItemId(item),
                time,
                new Action.View(),
                new Attribution(null, List.of(), context))));
  }

  ContextShop trained() {
    shop.retrain().run("t");
    return this;
  }

  ContextLifts lifts() {
    return release().context();
  }

  Release release() {
    return new ReleaseLoader(shop.releases)
        .load(shop.releases.manifest(shop.releases.current().orElseThrow()).orElseThrow());
  }

  Recommendations list(String customer, Map<String, String> context) {
    return list(customer, ListOptions.USUAL.with(new GivenContext(context)));
  }

  Recommendations list(String customer, ListOptions options) {
    return shop.recommendItems()
        .recommend(
            new RecommendRequest(new HistorySource.OfSubject(new UserId(customer)), options));
  }

  /// How many items of a list are lamps.
  static long lamps(Recommendations list) {
    return list.items().stream().filter(item -> item.item().value().startsWith("lamp")).count();
  }
}
