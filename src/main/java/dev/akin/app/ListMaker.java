package dev.akin.app;

import dev.akin.rank.list.BuiltList;
import dev.akin.rank.list.Place;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.time.Instant;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Builds a page and, while the change feed cannot tell, holds it against the catalogue: what has
/// gone is taken out and the page built again around it.
final class ListMaker {
  /// Each round reads a page of items; a shop that loses more than this at once shows some of it.
  private static final int ROUNDS = 20;

  private ListMaker() {}

  /// @param page 0 for the first
  /// @param taken what earlier pages and lists have shown
  static BuiltList build(ListPlan plan, Showcase.Look look, int page, BitSet taken) {
    return build(plan, look, () -> plan.build(page, taken), BuiltList::places);
  }

  /// @param made builds something of the plan, again if need be
  /// @param shown the items of it that are shown
  static <T> T build(
      ListPlan plan, Showcase.Look look, Supplier<T> made, Function<T, List<Place>> shown) {
    T list = made.get();
    BitSet checked = new BitSet();
    for (int round = 0; round < ROUNDS && !look.changes().complete(); round++) {
      Map<ItemId, Integer> doubtful = doubtful(plan.input().shelf(), shown.apply(list), checked);
      if (doubtful.isEmpty()) {
        return list;
      }
      Optional<Map<ItemId, Item>> read = look.read(doubtful.keySet());
      if (read.isEmpty()) {
        return list;
      }
      BitSet gone = gone(plan.input(), doubtful, read.get());
      if (gone.isEmpty()) {
        return list;
      }
      plan.remove(gone);
      list = made.get();
    }
    return list;
  }

  private static Map<ItemId, Integer> doubtful(Shelf shelf, List<Place> places, BitSet checked) {
    Map<ItemId, Integer> doubtful = new LinkedHashMap<>();
    for (Place place : places) {
      if (!checked.get(place.item())) {
        checked.set(place.item());
        doubtful.put(shelf.id(place.item()), place.item());
      }
    }
    return doubtful;
  }

  /// An item that was never in the catalogue cannot have been deleted.
  private static BitSet gone(ListInput input, Map<ItemId, Integer> asked, Map<ItemId, Item> live) {
    Instant now = input.visitor().now();
    BitSet gone = new BitSet();
    asked.forEach((id, item) -> {
      Item current = live.get(id);
      if (current == null ? input.shelf().listed(item) : !current.shownAt(now)) {
        gone.set(item);
      }
    });
    return gone;
  }
}
