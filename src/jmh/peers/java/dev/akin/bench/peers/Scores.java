package dev.akin.bench.peers;

import dev.akin.evaluate.split.TestUser;

/// What a trained model thinks of every item for one user; what it does not score is negative
/// infinity.
@FunctionalInterface
interface Scores {
  /// @param user the row in training, -1 if it has none
  void of(TestUser test, int user, float[] into);
}
