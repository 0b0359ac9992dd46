package dev.akin.learn;

/// What [BlendTrainer] can be told.
///
/// @param hiddenShare which share of a validation user's items is hidden while weights are learned,
///   0.01..0.9
/// @param users how many validation users at most, 1..1000000
/// @param places k of the NDCG@k that weights are chosen by, 1..1000
/// @param rounds of improving one weight after the other, 1..1000
/// @param seed of the validation part
/// @param threads 1..1024; has no influence on the result
public record BlendParameters(
    double hiddenShare, int users, int places, int rounds, long seed, int threads) {
  public static final BlendParameters DEFAULT = new BlendParameters(0.2, 4000, 10, 6, 42, 2);

  public BlendParameters {
    Ranges.require("hiddenShare", hiddenShare, 0.01, 0.9);
    Ranges.require("users", users, 1, 1_000_000);
    Ranges.require("places", places, 1, 1000);
    Ranges.require("rounds", rounds, 1, 1000);
    Ranges.require("threads", threads, 1, 1024);
  }

  public BlendParameters withSeed(long value) {
    return new BlendParameters(hiddenShare, users, places, rounds, value, threads);
  }

  public BlendParameters withThreads(int value) {
    return new BlendParameters(hiddenShare, users, places, rounds, seed, value);
  }
}
