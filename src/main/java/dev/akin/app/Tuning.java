package dev.akin.app;

import dev.akin.shop.InvalidFieldException;

/// How a list trades relevance for other things, each 0 to 1 and 0 for not at all.
///
/// @param diversity how little the items are like each other
/// @param novelty how little known they are
/// @param exploration the share of places that chance may give to new and unknown items
/// @param minRelevance how relevant an item must be, compared with the best
/// @param rotation how far what was shown lately and left alone moves down
public record Tuning(
    double diversity, double novelty, double exploration, double minRelevance, double rotation) {
  /// The order of the scores.
  public static final Tuning NONE = new Tuning(0, 0, 0, 0, 0);

  public Tuning {
    require("diversity", diversity);
    require("novelty", novelty);
    require("exploration", exploration);
    require("minRelevance", minRelevance);
    require("rotation", rotation);
  }

  private static void require(String field, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new InvalidFieldException(field, "out_of_range", field + " must be 0 to 1");
    }
  }
}
