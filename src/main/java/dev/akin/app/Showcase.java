package dev.akin.app;

import dev.akin.port.Catalog;
import dev.akin.port.StorageException;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// The last look before an answer leaves: items that the shop has deleted, sold out or let expire
/// since the release was trained are dropped and the next in line move up.
final class Showcase {
  private final Catalog catalog;

  Showcase(Catalog catalog) {
    this.catalog = catalog;
  }

  /// The first `limit` candidates that may be shown. Reads the live catalogue for as many as are
  /// needed and no more. If the catalogue does not answer, the candidates pass as they are: the
  /// release knew them to be fine.
  ///
  /// @param listed whether the release saw the item in the catalogue; one that was never there
  ///   cannot have been deleted
  <T> List<T> choose(
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

  private static <T> Set<ItemId> ids(List<T> candidates, Function<T, ItemId> id) {
    Set<ItemId> ids = new LinkedHashSet<>();
    candidates.forEach(candidate -> ids.add(id.apply(candidate)));
    return ids;
  }
}
