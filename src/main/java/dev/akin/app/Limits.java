package dev.akin.app;

import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.ItemId;
import java.util.Set;

/// The one rule for how many items may be asked for and left out.
final class Limits {
  private static final int MOST_EXCLUDED = 500;

  private Limits() {}

  static void require(int limit, int most) {
    if (limit < 1 || limit > most) {
      throw new InvalidFieldException("limit", "out_of_range", "limit must be 1 to " + most);
    }
  }

  static void requireExcluded(Set<ItemId> exclude) {
    if (exclude.size() > MOST_EXCLUDED) {
      throw new InvalidFieldException(
          "exclude", "too_many", "exclude must name at most " + MOST_EXCLUDED + " items");
    }
  }
}
