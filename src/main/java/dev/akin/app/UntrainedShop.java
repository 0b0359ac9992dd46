package dev.akin.app;

import dev.akin.port.Catalog;
import dev.akin.port.StorageException;
import dev.akin.shop.Item;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands in for a release before a shop's first training: one page of its catalogue, read at
/// most once per `recheck`. Rules and filters work on it as on a release; nothing is popular, so
/// the newest items come first.
final class UntrainedShop {
  private static final int PAGE = 200;

  private final Catalog catalog;
  private final InstantSource clock;
  private final Duration recheck;
  private @Nullable ServedRelease page;

  UntrainedShop(Catalog catalog, InstantSource clock, Duration recheck) {
    this.catalog = catalog;
    this.clock = clock;
    this.recheck = recheck;
  }

  /// While the catalogue does not answer, what it said last; at first, no items.
  synchronized ServedRelease served() {
    Instant now = clock.instant();
    ServedRelease known = page;
    if (known == null || !now.isBefore(known.copied().plus(recheck))) {
      known = read(known, now);
      page = known;
    }
    return known;
  }

  private ServedRelease read(@Nullable ServedRelease known, Instant now) {
    List<Item> items;
    try {
      items = catalog.page(null, PAGE).items();
    } catch (StorageException keepWhatThereIs) {
      return known == null ? ServedRelease.untrained(List.of(), now) : known;
    }
    return ServedRelease.untrained(items, now);
  }
}
