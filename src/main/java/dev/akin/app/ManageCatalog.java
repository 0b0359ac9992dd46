package dev.akin.app;

import dev.akin.port.Catalog;
import dev.akin.port.StorageException;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Keeps the items of the shop.
public final class ManageCatalog {
  public static final int MAX_PAGE = 500;
  public static final int DEFAULT_PAGE = 100;

  private final Catalog catalog;

  public ManageCatalog(Catalog catalog) {
    this.catalog = catalog;
  }

  public Optional<Item> find(ItemId id) {
    return catalog.find(id);
  }

  /// Stores or replaces one item.
  ///
  /// @return whether it is new
  /// @throws StorageException if the store refused it
  public boolean put(Item item) {
    boolean known = catalog.find(item.id()).isPresent();
    if (!catalog.put(List.of(item)).isEmpty()) {
      throw new StorageException("the item could not be stored");
    }
    return !known;
  }

  /// Stores or replaces many.
  ///
  /// @return the ids that the store refused
  public List<ItemId> putAll(List<Item> items) {
    return items.isEmpty() ? List.of() : catalog.put(items);
  }

  /// Changes one item as it is at that moment: of two changes at once neither is lost.
  ///
  /// @param change keeps the id; may be asked several times
  /// @return the item as it is now; empty if there is none
  /// @throws StorageException if others kept changing it
  public Optional<Item> change(ItemId id, UnaryOperator<Item> change) {
    return catalog.change(id, change);
  }

  /// @return whether the item was there
  public boolean delete(ItemId id) {
    return catalog.delete(id);
  }

  /// @param limit 1 to [#MAX_PAGE]
  /// @throws InvalidFieldException if limit or cursor are not ours
  public Catalog.Page page(@Nullable String cursor, int limit) {
    Limits.require(limit, MAX_PAGE);
    return catalog.page(cursor, limit);
  }
}
