package dev.akin.model;

import dev.akin.shop.Item;
import dev.akin.shop.ItemChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The catalogue of a release as it is now: the snapshot, overridden where the shop has changed an
/// item since.
///
/// Immutable and safe for concurrent use. Asking about an item costs what the snapshot costs and
/// one bit; an item that changed costs a binary search among the changed ones. Memory: a bit for
/// each item of the release and a reference for each changed one; none at all while nothing
/// changed.
public final class LiveCatalogue {
  private static final Comparator<Item> NEWEST_FIRST =
      Comparator.comparing((Item item) -> item.createdAt() == null ? Instant.MIN : item.createdAt())
          .reversed()
          .thenComparing(Item::id);

  private final CatalogueSnapshot snapshot;
  private final BitSet changed;

  /// Ascending numbers of the changed items, and what they are now; null if deleted.
  private final int[] numbers;

  private final @Nullable Item[] items;
  private final List<Item> added;

  private LiveCatalogue(
      CatalogueSnapshot snapshot, SortedMap<Integer, ItemChange> changes, List<Item> added) {
    this.snapshot = snapshot;
    this.changed = new BitSet();
    this.numbers = new int[changes.size()];
    this.items = new Item[changes.size()];
    this.added = added;
    int next = 0;
    for (var change : changes.entrySet()) {
      changed.set(change.getKey());
      numbers[next] = change.getKey();
      items[next++] = change.getValue().item();
    }
  }

  /// The catalogue as the release knew it.
  public static LiveCatalogue unchanged(CatalogueSnapshot snapshot) {
    return new LiveCatalogue(snapshot, new TreeMap<>(), List.of());
  }

  /// Lays changes over a snapshot: `O(changes x log items)`.
  public static LiveCatalogue of(CatalogueSnapshot snapshot, ItemChanges changes) {
    SortedMap<Integer, ItemChange> overridden = new TreeMap<>();
    List<Item> added = new ArrayList<>();
    for (ItemChange change : changes.all()) {
      int number = snapshot.find(change.id().value());
      Item item = change.item();
      if (number >= 0) {
        overridden.put(number, change);
      } else if (item != null) {
        added.add(item);
      }
    }
    added.sort(NEWEST_FIRST);
    return new LiveCatalogue(snapshot, overridden, List.copyOf(added));
  }

  public CatalogueSnapshot snapshot() {
    return snapshot;
  }

  /// Whether the shop changed or deleted an item since the snapshot: then [#item] and not the
  /// snapshot's columns say what it is.
  public boolean changed(int item) {
    return changed.get(item);
  }

  /// What a changed item is now, without its description; null if it was deleted.
  ///
  /// @throws IllegalArgumentException if the item has not changed
  public @Nullable Item item(int item) {
    if (!changed.get(item)) {
      throw new IllegalArgumentException("item " + item + " has not changed; ask the snapshot");
    }
    return items[Arrays.binarySearch(numbers, item)];
  }

  /// Items that the release does not know, the newest first. They have no number and no score.
  public List<Item> added() {
    return added;
  }

  /// Whether an item can be shown at `now`, in epoch milliseconds.
  public boolean shownAt(int item, long now) {
    if (!changed.get(item)) {
      return snapshot.shownAt(item, now);
    }
    Item current = item(item);
    return current != null && current.shownAt(Instant.ofEpochMilli(now));
  }

  /// Marks the items that are in `path` or below it, see [CatalogueSnapshot#inCategory].
  public boolean[] inCategory(String path) {
    boolean[] members = snapshot.inCategory(path);
    for (int i = 0; i < numbers.length; i++) {
      Item current = items[i];
      members[numbers[i]] = current != null && current.in(path);
    }
    return members;
  }
}
