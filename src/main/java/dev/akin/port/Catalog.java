package dev.akin.port;

import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The items of the shop.
public interface Catalog {
  Optional<Item> find(ItemId id);

  /// The items that exist among `ids`, as of all writes that have returned.
  Map<ItemId, Item> findAll(Collection<ItemId> ids);

  /// Stores or replaces the items; of two with one id the last one wins.
  ///
  /// @return the ids that the store refused after every retry, in order; empty if all are stored
  List<ItemId> put(List<Item> items);

  /// @return whether the item was there
  boolean delete(ItemId id);

  /// One page of the catalogue in no particular order.
  ///
  /// @param cursor the previous page's `next`, or null for the first page
  /// @param limit 1 to 500
  /// @throws dev.akin.shop.InvalidFieldException if the cursor is not one of ours
  Page page(@Nullable String cursor, int limit);

  /// Hands every item to `sink`, in no particular order, from one thread at a time. For training.
  void scan(Consumer<Item> sink);

  /// @param next the cursor of the following page, or null after the last
  record Page(List<Item> items, @Nullable String next) {
    public Page {
      items = List.copyOf(items);
    }
  }
}
