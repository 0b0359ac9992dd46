package dev.akin.app;

import dev.akin.shop.InvalidFieldException;

/// The one rule for how many items may be asked for.
final class Limits {
  private Limits() {}

  static void require(int limit, int most) {
    if (limit < 1 || limit > most) {
      throw new InvalidFieldException("limit", "out_of_range", "limit must be 1 to " + most);
    }
  }
}
