package dev.akin.app;

import dev.akin.learn.ItemText;
import dev.akin.shop.Action;
import dev.akin.shop.Attribution;
import dev.akin.shop.Event;
import dev.akin.shop.Item;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Counts what a shop sends while a training reads it: one pass, a few numbers, whatever the size.
/// Robots and erased customers count as well: this is about what arrives, not about whom it is of.
///
/// Not safe for concurrent use.
final class ShopFacts {
  private final Map<ShopFact, Long> counts = new EnumMap<>(ShopFact.class);
  private final Set<String> types = new HashSet<>();
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  void add(Event event) {
    types.add(event.action().type());
    first = Math.min(first, event.time().toEpochMilli());
    last = Math.max(last, event.time().toEpochMilli());
    count(ShopFact.OF_USERS, event.user() != null);
    Attribution attribution = event.attribution();
    count(ShopFact.ATTRIBUTED, attribution.recommendationId() != null);
    count(ShopFact.WITH_IMPRESSION, !attribution.impression().isEmpty());
    count(ShopFact.WITH_CONTEXT, !attribution.context().isEmpty());
    if (event.action() instanceof Action.Purchase purchase) {
      count(ShopFact.PURCHASES, true);
      count(ShopFact.PURCHASES_PRICED, purchase.price() != null);
      count(ShopFact.PURCHASES_OF_SEVERAL, purchase.quantity() > 1);
    }
  }

  void add(Item item) {
    count(ShopFact.LISTED, true);
    count(ShopFact.TITLED, item.title() != null);
    count(ShopFact.CATEGORISED, !item.categories().isEmpty());
    count(ShopFact.PRICED, item.price() != null);
    count(ShopFact.DATED, item.createdAt() != null);
    count(ShopFact.DESCRIBED, !ItemText.of(item).equals(ItemText.EMPTY));
  }

  /// @param items that events are about
  /// @param listed those of them that the catalogue has or had
  void itemsOfEvents(long items, long listed) {
    counts.put(ShopFact.OF_EVENTS, items);
    counts.put(ShopFact.OF_EVENTS_LISTED, listed);
  }

  /// By the names of the facts.
  Map<String, Long> counts() {
    Map<String, Long> all = new TreeMap<>();
    counts.forEach((fact, count) -> all.put(fact.word(), count));
    all.put(ShopFact.TYPES.word(), (long) types.size());
    all.put(ShopFact.HOURS.word(), types.isEmpty() ? 0 : Duration.ofMillis(last - first).toHours());
    return all;
  }

  private void count(ShopFact fact, boolean counts) {
    this.counts.merge(fact, counts ? 1L : 0L, Long::sum);
  }
}
