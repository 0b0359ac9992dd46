package dev.akin.learn;

/// What [ItemKnnTrainer] can be told.
///
/// @param neighbours how many each item keeps, 1..10000
/// @param shrinkage >= 0, added to the denominator of the similarity: pairs seen together a few
///   times only are trusted less
/// @param weighting what one interaction weighs
/// @param maxHistory of a longer history only the strongest interactions are compared, 2..1000000
/// @param threads 1..1024; has no influence on the result
public record ItemKnnParameters(
    int neighbours, double shrinkage, Weighting weighting, int maxHistory, int threads) {
  /// Chosen like [AlsParameters#DEFAULT].
  public static final ItemKnnParameters DEFAULT =
      new ItemKnnParameters(50, 20, Weighting.BM25, 2000, 2);

  public ItemKnnParameters {
    Ranges.require("neighbours", neighbours, 1, 10_000);
    Ranges.require("shrinkage", shrinkage, 0, 1e12);
    Ranges.require("maxHistory", maxHistory, 2, 1_000_000);
    Ranges.require("threads", threads, 1, 1024);
  }

  public ItemKnnParameters withNeighbours(int value) {
    return new ItemKnnParameters(value, shrinkage, weighting, maxHistory, threads);
  }

  public ItemKnnParameters withShrinkage(double value) {
    return new ItemKnnParameters(neighbours, value, weighting, maxHistory, threads);
  }

  public ItemKnnParameters withWeighting(Weighting value) {
    return new ItemKnnParameters(neighbours, shrinkage, value, maxHistory, threads);
  }

  public ItemKnnParameters withMaxHistory(int value) {
    return new ItemKnnParameters(neighbours, shrinkage, weighting, value, threads);
  }

  public ItemKnnParameters withThreads(int value) {
    return new ItemKnnParameters(neighbours, shrinkage, weighting, maxHistory, value);
  }
}
