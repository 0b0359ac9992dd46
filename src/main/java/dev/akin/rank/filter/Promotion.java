package dev.akin.rank.filter;

import dev.akin.shop.InvalidFieldException;

/// A share of the places for the best items that satisfy a condition.
///
/// @param name for reasons, 1 to 100 characters
/// @param share above 0, at most 1
public record Promotion(String name, Condition filter, double share) {
  private static final int LONGEST_NAME = 100;

  public Promotion {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new InvalidFieldException(
          "name", "out_of_range", "name must have 1 to " + LONGEST_NAME + " characters");
    }
    if (!(share > 0 && share <= 1)) {
      throw new InvalidFieldException("share", "out_of_range", "share must be above 0, at most 1");
    }
  }

  /// Parses a promotion.
  ///
  /// @throws InvalidFieldException naming `name`, `filter` or `share`
  public static Promotion parse(String name, String filter, double share, ExpressionLimits limits) {
    return new Promotion(name, Findings.required("filter", Condition.parse(filter, limits)), share);
  }
}
