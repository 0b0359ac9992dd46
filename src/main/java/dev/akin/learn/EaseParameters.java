package dev.akin.learn;

/// What [EaseTrainer] can be told. The defaults were chosen on parts of two training sets and do
/// not depend on the size of a shop: every weight is relative to a mean.
///
/// @param regularization r, 1e-4..1e6: the ridge in units of the mean diagonal cell of the Gram
///   matrix; raise it when recommendations look random
/// @param ridgeGrowth e, 0..1: how much the ridge of an item grows with its popularity; 0 is plain
///   EASE, 1 the dropout of EDLAE
/// @param activityDiscount a, 0..1: how much less a long history counts; 0 counts all alike
/// @param popularityDiscount g, 0..1: how much the scores of popular items are lowered
/// @param neighbours how many weights each item keeps, 1..10000
/// @param memoryBytes what the dense matrix may take; a larger catalogue is refused
/// @param threads 1..1024; has no influence on the result
public record EaseParameters(
    double regularization,
    double ridgeGrowth,
    double activityDiscount,
    double popularityDiscount,
    int neighbours,
    long memoryBytes,
    int threads) {
  public static final EaseParameters DEFAULT =
      new EaseParameters(5, 0.5, 0.5, 0.2, 300, 2L << 30, 2);

  public EaseParameters {
    Ranges.require("regularization", regularization, 1e-4, 1e6);
    Ranges.require("ridgeGrowth", ridgeGrowth, 0, 1);
    Ranges.require("activityDiscount", activityDiscount, 0, 1);
    Ranges.require("popularityDiscount", popularityDiscount, 0, 1);
    Ranges.require("neighbours", neighbours, 1, 10_000);
    Ranges.require("memoryBytes", memoryBytes, 1, Long.MAX_VALUE);
    Ranges.require("threads", threads, 1, 1024);
  }

  /// Ridge and its growth: `withRidge(r, 0)` is plain EASE.
  public EaseParameters withRidge(double newRegularization, double newRidgeGrowth) {
    return new EaseParameters(
        newRegularization,
        newRidgeGrowth,
        activityDiscount,
        popularityDiscount,
        neighbours,
        memoryBytes,
        threads);
  }

  /// Of users, then of items.
  public EaseParameters withDiscounts(double newActivityDiscount, double newPopularityDiscount) {
    return new EaseParameters(
        regularization,
        ridgeGrowth,
        newActivityDiscount,
        newPopularityDiscount,
        neighbours,
        memoryBytes,
        threads);
  }

  public EaseParameters withNeighbours(int value) {
    return new EaseParameters(
        regularization,
        ridgeGrowth,
        activityDiscount,
        popularityDiscount,
        value,
        memoryBytes,
        threads);
  }

  public EaseParameters withMemoryBytes(long value) {
    return new EaseParameters(
        regularization,
        ridgeGrowth,
        activityDiscount,
        popularityDiscount,
        neighbours,
        value,
        threads);
  }

  public EaseParameters withThreads(int value) {
    return new EaseParameters(
        regularization,
        ridgeGrowth,
        activityDiscount,
        popularityDiscount,
        neighbours,
        memoryBytes,
        value);
  }
}
