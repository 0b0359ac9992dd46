package dev.akin.rank.filter;

import dev.akin.shop.InvalidFieldException;

/// A share of the places for the best items that satisfy a condition.
///
/// @param share above 0, at most 1
public record Promotion(Condition filter, double share) {
  public Promotion {
    if (!(share > 0 && share <= 1)) {
      throw new InvalidFieldException("share", "out_of_range", "share must be above 0, at most 1");
    }
  }

  /// Parses a promotion.
  ///
  /// @throws InvalidFieldException naming `filter` or `share`
  public static Promotion parse(String filter, double share, ExpressionLimits limits) {
    return new Promotion(Findings.required("filter", Condition.parse(filter, limits)), share);
  }

  /// How many of `limit` places: rounded down, but one at least.
  public int places(int limit) {
    // A share such as 0.29 of 100 is a hair below 29 in binary.
    return Math.min(limit, Math.max(1, (int) Math.floor(share * limit + 1e-9)));
  }
}
