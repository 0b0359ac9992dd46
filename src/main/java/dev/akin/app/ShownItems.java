package dev.akin.app;

import dev.akin.model.ItemFields;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The items of an answer with the fields that it is asked for. They come from what is loaded; only
/// for fields that are not held there the items are read.
///
/// @param detail what is asked for
record ShownItems(Detail detail, Shelf shelf, Showcase.Look look) {
  private static final String DESCRIPTION = "description";

  /// Those that the shop knows; none if no field is asked for.
  ///
  /// @param items numbers on the shelf
  Map<ItemId, Item> of(List<Integer> items) {
    if (detail.fields().isEmpty()) {
      return Map.of();
    }
    Map<ItemId, Item> shown = new HashMap<>();
    Set<ItemId> unread = new LinkedHashSet<>();
    for (int number : items) {
      if (shelf.listed(number)) {
        Item item = shelf.item(number);
        shown.put(item.id(), item);
        if (!held(number)) {
          unread.add(item.id());
        }
      }
    }
    if (!unread.isEmpty()) {
      look.read(unread).ifPresent(shown::putAll);
    }
    return shown;
  }

  /// Whether everything that is asked of an item is loaded.
  private boolean held(int item) {
    return detail.fields().stream()
        .noneMatch(field -> field.equals(DESCRIPTION) || (!shelf.whole(item) && leftOut(field)));
  }

  private boolean leftOut(String field) {
    Set<String> leftOut = shelf.release().fields().leftOut();
    return leftOut.contains(field)
        || (ItemFields.ATTRIBUTE_PREFIX.startsWith(field + ".")
            && leftOut.stream().anyMatch(name -> name.startsWith(ItemFields.ATTRIBUTE_PREFIX)));
  }
}
