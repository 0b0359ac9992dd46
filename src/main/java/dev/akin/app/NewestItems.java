package dev.akin.app;

import dev.akin.app.Recommendations.Reason;
import dev.akin.app.Recommendations.RecommendedItem;
import dev.akin.model.ItemChanges;
import dev.akin.port.Catalog;
import dev.akin.port.StorageException;
import dev.akin.rank.Source;
import dev.akin.shop.Item;
import dev.akin.shop.ItemChange;
import dev.akin.shop.ItemId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The newest items of the shop. Before its first training they are all there is to show: the
/// newest of one page of the catalogue, read at most once per `recheck`, and of what changed since.
final class NewestItems {
  private static final int PAGE = 200;
  private static final Comparator<Item> NEWEST_FIRST =
      Comparator.comparing((Item item) -> item.createdAt() == null ? Instant.MIN : item.createdAt())
          .reversed()
          .thenComparing(Item::id);

  private final Catalog catalog;
  private final Showcase showcase;
  private final InstantSource clock;
  private final Duration recheck;
  private Read page = new Read(List.of(), Instant.MIN);

  NewestItems(Catalog catalog, Showcase showcase, InstantSource clock, Duration recheck) {
    this.catalog = catalog;
    this.showcase = showcase;
    this.clock = clock;
    this.recheck = recheck;
  }

  List<RecommendedItem> choose(
      int limit, @Nullable String category, Set<ItemId> excluded, Instant now) {
    Read read = page();
    Showcase.Look look = showcase.look(read.at());
    List<Item> candidates =
        allowed(current(read.items(), look.changes()), category, excluded, now).toList();
    return look.choose(candidates, limit, Item::id, _ -> true, now).stream()
        .map(NewestItems::shown)
        .toList();
  }

  /// The first of `items`, newest first, that a list for `category` may show.
  static List<RecommendedItem> choose(
      List<Item> items, int limit, @Nullable String category, Set<ItemId> excluded, Instant now) {
    return allowed(items.stream(), category, excluded, now)
        .limit(limit)
        .map(NewestItems::shown)
        .toList();
  }

  private static Stream<Item> allowed(
      Stream<Item> items, @Nullable String category, Set<ItemId> excluded, Instant now) {
    return items
        .filter(item -> item.shownAt(now) && !excluded.contains(item.id()))
        .filter(item -> category == null || item.in(category));
  }

  private static RecommendedItem shown(Item item) {
    String source = Source.NEWEST.word();
    return new RecommendedItem(item.id(), 0, source, List.of(new Reason(null, source, 1)));
  }

  /// The page with its changes, newest first.
  private static Stream<Item> current(List<Item> page, ItemChanges changes) {
    Map<ItemId, Item> items = new HashMap<>();
    page.forEach(item -> items.put(item.id(), item));
    for (ItemChange change : changes.all()) {
      if (change.item() == null) {
        items.remove(change.id());
      } else {
        items.put(change.id(), change.item());
      }
    }
    return items.values().stream().sorted(NEWEST_FIRST);
  }

  private synchronized Read page() {
    Instant now = clock.instant();
    if (page.at().equals(Instant.MIN) || !now.isBefore(page.at().plus(recheck))) {
      try {
        page = new Read(catalog.page(null, PAGE).items(), now);
      } catch (StorageException keepWhatThereIs) {
        page = page.at().equals(Instant.MIN) ? new Read(List.of(), now) : page;
      }
    }
    return page;
  }

  /// @param at when reading began
  private record Read(List<Item> items, Instant at) {}
}
