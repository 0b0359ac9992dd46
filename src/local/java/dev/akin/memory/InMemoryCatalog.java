package dev.akin.memory;

import dev.akin.port.Catalog;
import dev.akin.port.CatalogCursor;
import dev.akin.shop.Item;
import dev.akin.shop.ItemChange;
import dev.akin.shop.ItemId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The catalogue in memory, in the order of the ids. Nothing ever fails, and no change is
/// forgotten.
public final class InMemoryCatalog implements Catalog {
  private final InstantSource clock;
  private final TreeMap<ItemId, Item> items = new TreeMap<>();
  private final List<Stamped> feed = new ArrayList<>();

  /// A catalogue whose every change counts as new.
  public InMemoryCatalog() {
    this(() -> Instant.MAX);
  }

  public InMemoryCatalog(InstantSource clock) {
    this.clock = clock;
  }

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
    for (Item item : batch) {
      items.put(item.id(), item);
      append(item.id(), item);
    }
    return List.of();
  }

  @Override
  public Optional<Item> change(ItemId id, UnaryOperator<Item> change) {
    while (true) {
      Item seen = find(id).orElse(null);
      if (seen == null) {
        return Optional.empty();
      }
      Item changed = change.apply(seen);
      if (replace(seen, changed)) {
        return Optional.of(changed);
      }
    }
  }

  private synchronized boolean replace(Item seen, Item changed) {
    boolean same = seen.equals(items.get(seen.id()));
    if (same) {
      put(List.of(changed));
    }
    return same;
  }

  @Override
  public synchronized boolean delete(ItemId id) {
    boolean there = items.remove(id) != null;
    if (there) {
      append(id, null);
    }
    return there;
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
  public void scan(Consumer<Item> sink, Consumer<ItemId> gone) {
    List<Item> present;
    List<ItemId> deleted;
    synchronized (this) {
      present = List.copyOf(items.values());
      deleted =
          feed.stream()
              .map(row -> row.change().id())
              .filter(id -> !items.containsKey(id))
              .distinct()
              .toList();
    }
    present.forEach(sink);
    deleted.forEach(gone);
  }

  @Override
  public synchronized Changes changesSince(Instant since, int most) {
    return changes(feed.stream().filter(row -> !row.at().isBefore(since)).toList(), most);
  }

  @Override
  public synchronized Changes changesAfter(long position, int most) {
    return changes(feed.subList((int) position, feed.size()), most);
  }

  @Override
  public synchronized Instant quietSince() {
    return feed.isEmpty() ? Instant.MIN : feed.getLast().at();
  }

  private Changes changes(List<Stamped> rows, int most) {
    boolean complete = rows.size() <= most;
    return new Changes(
        complete ? rows.stream().map(Stamped::change).toList() : List.of(), feed.size(), complete);
  }

  private void append(ItemId id, @Nullable Item item) {
    feed.add(new Stamped(clock.instant(), new ItemChange(id, feed.size() + 1, item)));
  }

  private record Stamped(Instant at, ItemChange change) {}
}
