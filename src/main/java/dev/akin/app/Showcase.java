package dev.akin.app;

import dev.akin.model.ItemChanges;
import dev.akin.port.Catalog;
import dev.akin.port.StorageException;
import dev.akin.shop.Item;
import dev.akin.shop.ItemChange;
import dev.akin.shop.ItemId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Keeps answers to what the shop has now: what was deleted, sold out or expired since the release
/// was trained is dropped, and the next in line move up.
///
/// As a rule the change feed knows, and nothing is read for an answer. Only while it does not (it
/// is unreadable, or too much has changed) the candidates themselves are read from the catalogue.
final class Showcase {
  private final Catalog catalog;
  private final LiveItems items;
  private volatile @Nullable Shelf last;

  Showcase(Catalog catalog, InstantSource clock) {
    this.catalog = catalog;
    this.items = new LiveItems(catalog, clock);
  }

  /// One request's look at the shop.
  ///
  /// @param copied when the copying of the catalogue began that the candidates come from
  Look look(Instant copied) {
    return new Look(items.since(copied));
  }

  /// What one request knows of the shop.
  final class Look {
    private final ItemChanges changes;

    private Look(ItemChanges changes) {
      this.changes = changes;
    }

    ItemChanges changes() {
      return changes;
    }

    /// The changes laid over a release: that takes time in their number, so it is done once for all
    /// requests between two changes.
    Shelf over(ServedRelease served) {
      Shelf known = last;
      if (known != null && known.served() == served && known.changes() == changes) {
        return known;
      }
      Shelf shelf = new Shelf(served, changes);
      last = shelf;
      return shelf;
    }

    /// What some items are now by the catalogue itself; empty if it does not answer.
    Optional<Map<ItemId, Item>> read(Set<ItemId> ids) {
      try {
        return Optional.of(catalog.findAll(ids));
      } catch (StorageException unknown) {
        return Optional.empty();
      }
    }

    /// The first `limit` candidates that may be shown. If the catalogue has to be asked and does
    /// not answer, those pass that are not known to have left.
    ///
    /// @param candidates what the copy of the catalogue had as showable
    /// @param listed whether the item was in the catalogue when it was copied; one that was never
    ///   there cannot have been deleted
    <T> List<T> choose(
        List<T> candidates, int limit, Function<T, ItemId> id, Predicate<T> listed, Instant now) {
      List<T> left =
          candidates.stream().filter(candidate -> !hides(id.apply(candidate), now)).toList();
      return changes.complete()
          ? left.subList(0, Math.min(limit, left.size()))
          : checked(left, limit, id, listed, now);
    }

    private boolean hides(ItemId id, Instant now) {
      ItemChange change = changes.of(id);
      return change != null && !change.shownAt(now);
    }

    /// Reads the live items of as many candidates as are needed and no more.
    private <T> List<T> checked(
        List<T> candidates, int limit, Function<T, ItemId> id, Predicate<T> listed, Instant now) {
      List<T> chosen = new ArrayList<>();
      for (int from = 0; from < candidates.size() && chosen.size() < limit; ) {
        int to = Math.min(candidates.size(), from + limit - chosen.size());
        List<T> next = candidates.subList(from, to);
        Map<ItemId, Item> live;
        try {
          live = catalog.findAll(ids(next, id));
        } catch (StorageException unknown) {
          chosen.addAll(next);
          return chosen;
        }
        for (T candidate : next) {
          Item item = live.get(id.apply(candidate));
          if (item == null ? !listed.test(candidate) : item.shownAt(now)) {
            chosen.add(candidate);
          }
        }
        from = to;
      }
      return chosen;
    }
  }

  private static <T> Set<ItemId> ids(List<T> candidates, Function<T, ItemId> id) {
    Set<ItemId> ids = new LinkedHashSet<>();
    candidates.forEach(candidate -> ids.add(id.apply(candidate)));
    return ids;
  }
}
