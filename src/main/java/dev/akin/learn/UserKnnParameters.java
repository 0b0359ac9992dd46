package dev.akin.learn;

import dev.akin.model.UserSimilarity;

/// What [UserKnnTrainer] can be told.
///
/// @param neighbours how many similar users vote, 1..10000
/// @param shrinkage >= 0, added to the divisor of the similarity
/// @param similarity how users are compared
public record UserKnnParameters(int neighbours, double shrinkage, UserSimilarity similarity) {
  public static final UserKnnParameters DEFAULT =
      new UserKnnParameters(100, 0, UserSimilarity.PEARSON);

  public UserKnnParameters {
    Ranges.require("neighbours", neighbours, 1, 10_000);
    Ranges.require("shrinkage", shrinkage, 0, 1e12);
  }
}
