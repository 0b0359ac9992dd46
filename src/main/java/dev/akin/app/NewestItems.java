package dev.akin.app;

import dev.akin.app.Recommendations.Reason;
import dev.akin.app.Recommendations.RecommendedItem;
import dev.akin.port.Catalog;
import dev.akin.port.StorageException;
import dev.akin.rank.Source;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a shop shows before its first training: the newest among one page of the catalogue, read at
/// most once per `recheck`.
final class NewestItems {
  private static final int PAGE = 200;
  private static final Comparator<Item> NEWEST_FIRST =
      Comparator.comparing((Item item) -> item.createdAt() == null ? Instant.MIN : item.createdAt())
          .reversed()
          .thenComparing(Item::id);

  private final Catalog catalog;
  private final InstantSource clock;
  private final Duration recheck;
  private List<Item> page = List.of();
  private Instant nextRead = Instant.MIN;

  NewestItems(Catalog catalog, InstantSource clock, Duration recheck) {
    this.catalog = catalog;
    this.clock = clock;
    this.recheck = recheck;
  }

  List<RecommendedItem> choose(
      int limit, @Nullable String category, Set<ItemId> excluded, Instant now) {
    List<Item> shown =
        page().stream()
            .filter(item -> item.shownAt(now) && !excluded.contains(item.id()))
            .filter(item -> category == null || item.in(category))
            .limit(limit)
            .toList();
    String source = Source.NEWEST.word();
    return shown.stream()
        .map(
            item -> new RecommendedItem(item.id(), 0, source, List.of(new Reason(null, source, 1))))
        .toList();
  }

  private synchronized List<Item> page() {
    Instant now = clock.instant();
    if (!now.isBefore(nextRead)) {
      try {
        page = catalog.page(null, PAGE).items().stream().sorted(NEWEST_FIRST).toList();
      } catch (StorageException keepWhatThereIs) {
        return page;
      }
      nextRead = now.plus(recheck);
    }
    return page;
  }
}
