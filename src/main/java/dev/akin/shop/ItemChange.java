package dev.akin.shop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of an item when the shop changed it.
///
/// @param number grows with every change of an item: of two changes the one with the higher number
///   is what the item is now, in whichever order they are heard of
/// @param item the item after the change, without its description, or null if it was deleted
public record ItemChange(ItemId id, long number, @Nullable Item item) {
  public ItemChange {
    item = item == null ? null : item.withoutDescription();
  }

  /// Whether the item may be shown at `now`.
  public boolean shownAt(Instant now) {
    return item != null && item.shownAt(now);
  }
}
