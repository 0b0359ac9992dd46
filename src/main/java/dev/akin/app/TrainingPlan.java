package dev.akin.app;

/// From how much data on a model says more than chance.
final class TrainingPlan {
  static final long USERS = 20;
  static final long PAIRS = 100;
  static final String FACTORS_NEED =
      USERS + " customers with " + PAIRS + " different customer-item pairs";

  private TrainingPlan() {}

  /// Whether factors are worth learning.
  static boolean enoughForFactors(long users, long pairs) {
    return users >= USERS && pairs >= PAIRS;
  }
}
