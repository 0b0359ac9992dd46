package dev.akin.app;

import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The item being looked at, as it is now: from what is loaded and the change feed if they know all
/// of it, else by one read of the catalogue.
final class CurrentItem {
  private CurrentItem() {}

  /// @return [Item#bare] for an item that nobody knows; null if none is looked at
  static @Nullable Item of(ListRules rules, Shelf shelf, Showcase.Look look) {
    ItemId id = rules.current();
    if (id == null) {
      return null;
    }
    int item = shelf.find(id);
    Item known = item < 0 ? Item.bare(id) : shelf.item(item);
    boolean enough =
        !rules.rules().readsCurrent()
            || (shelf.changes().complete() && (item < 0 || shelf.whole(item)));
    return enough
        ? known
        : look.read(Set.of(id)).map(read -> read.getOrDefault(id, known)).orElse(known);
  }
}
