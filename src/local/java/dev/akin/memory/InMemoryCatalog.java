package dev.akin.memory;

import dev.akin.port.Catalog;
import dev.akin.port.CatalogCursor;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The catalogue in memory, in the order of the ids. Nothing ever fails.
public final class InMemoryCatalog implements Catalog {
  private final TreeMap<ItemId, Item> items = new TreeMap<>();

  @Override
  public synchronized Optional<Item> find(ItemId id) {
    return Optional.ofNullable(items.get(id));
  }

  @Override
  public synchronized Map<ItemId, Item> findAll(Collection<ItemId> ids) {
    Map<ItemId, Item> found = new HashMap<>();
    ids.forEach(id -> find(id).ifPresent(item -> found.put(id, item)));
    return found;
  }

  @Override
  public synchronized List<ItemId> put(List<Item> batch) {
    batch.forEach(item -> items.put(item.id(), item));
    return List.of();
  }

  @Override
  public synchronized boolean delete(ItemId id) {
    return items.remove(id) != null;
  }

  @Override
  public synchronized Page page(@Nullable String cursor, int limit) {
    if (limit < 1 || limit > 500) {
      throw new IllegalArgumentException("limit must be 1 to 500, was " + limit);
    }
    Collection<Item> left =
        cursor == null ? items.values() : items.tailMap(CatalogCursor.last(cursor), false).values();
    List<Item> page = left.stream().limit(limit).toList();
    return new Page(
        page, page.size() < left.size() ? CatalogCursor.after(page.getLast().id()) : null);
  }

  @Override
  public void scan(Consumer<Item> sink) {
    all().forEach(sink);
  }

  private synchronized List<Item> all() {
    return List.copyOf(items.values());
  }
}
