package dev.akin.model;

import dev.akin.shop.ItemChange;
import dev.akin.shop.ItemId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known to have changed in the shop since some moment: the newest change of each item.
///
/// Immutable and safe for concurrent use; memory is proportional to the items that changed.
public final class ItemChanges {
  /// Nothing has changed, and that is certain.
  public static final ItemChanges NONE = new ItemChanges(Map.of(), true);

  /// Nothing is known.
  public static final ItemChanges UNKNOWN = new ItemChanges(Map.of(), false);

  private final Map<ItemId, ItemChange> byItem;
  private final boolean complete;

  private ItemChanges(Map<ItemId, ItemChange> byItem, boolean complete) {
    this.byItem = byItem;
    this.complete = complete;
  }

  /// These and others. Of two changes of an item the one with the higher number counts, so the
  /// order of hearing does not matter, nor hearing twice.
  ///
  /// @return this object if nothing was new
  public ItemChanges with(Collection<ItemChange> others) {
    Map<ItemId, ItemChange> merged = null;
    for (ItemChange change : others) {
      ItemChange known = (merged == null ? byItem : merged).get(change.id());
      if (known == null || known.number() < change.number()) {
        merged = merged == null ? new HashMap<>(byItem) : merged;
        merged.put(change.id(), change);
      }
    }
    return merged == null ? this : new ItemChanges(merged, complete);
  }

  /// The same changes, of which it is said whether they are all there are.
  public ItemChanges withComplete(boolean all) {
    return all == complete ? this : new ItemChanges(byItem, all);
  }

  /// Whether these are all changes there are: an item without one is as it was.
  public boolean complete() {
    return complete;
  }

  /// How many items changed.
  public int size() {
    return byItem.size();
  }

  /// The newest change of an item, or null if none is known.
  public @Nullable ItemChange of(ItemId item) {
    return byItem.get(item);
  }

  /// The newest change of each item, in no particular order.
  public Collection<ItemChange> all() {
    return Collections.unmodifiableCollection(byItem.values());
  }
}
