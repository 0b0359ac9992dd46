package dev.akin.rank.filter;

import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.ItemId;

/// An item at a fixed place of the list, whatever its score.
///
/// @param position 1 (first) to 100
public record Pin(ItemId item, int position) {
  public static final int LAST = 100;

  public Pin {
    if (position < 1 || position > LAST) {
      throw new InvalidFieldException(
          "position", "out_of_range", "position must be 1 (first) to " + LAST);
    }
  }
}
