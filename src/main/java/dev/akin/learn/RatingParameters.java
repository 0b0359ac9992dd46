package dev.akin.learn;

/// What [RatingTrainer] can be told.
///
/// @param factors dimension of the vectors of one draw, 1..256
/// @param tasteFeatures how many features are made of who rated what, 0..256; with 0 only the given
///   attributes tell strangers apart
/// @param shrinkage > 0: how many rows' worth of evidence an attribute must overcome before it
///   counts for half
/// @param burnIn sweeps before the first draw is kept, 1..10000
/// @param draws how many draws are averaged, 1..1000; the model's size grows with `draws * factors`
/// @param thinning sweeps from one kept draw to the next, 1..1000
/// @param seed of all draws
/// @param threads 1..1024; has no influence on the result
public record RatingParameters(
    int factors,
    int tasteFeatures,
    double shrinkage,
    int burnIn,
    int draws,
    int thinning,
    long seed,
    int threads) {
  public static final RatingParameters DEFAULT = new RatingParameters(16, 16, 3, 20, 32, 5, 42, 2);

  public RatingParameters {
    Ranges.require("factors", factors, 1, 256);
    Ranges.require("tasteFeatures", tasteFeatures, 0, 256);
    Ranges.require("shrinkage", shrinkage, 1e-6, 1e12);
    Ranges.require("burnIn", burnIn, 1, 10_000);
    Ranges.require("draws", draws, 1, 1000);
    Ranges.require("thinning", thinning, 1, 1000);
    Ranges.require("threads", threads, 1, 1024);
  }

  public RatingParameters withFactors(int value) {
    return new RatingParameters(
        value, tasteFeatures, shrinkage, burnIn, draws, thinning, seed, threads);
  }

  public RatingParameters withTasteFeatures(int value) {
    return new RatingParameters(factors, value, shrinkage, burnIn, draws, thinning, seed, threads);
  }

  /// How long the chain of draws is.
  public RatingParameters withChain(int newBurnIn, int newDraws, int newThinning) {
    return new RatingParameters(
        factors, tasteFeatures, shrinkage, newBurnIn, newDraws, newThinning, seed, threads);
  }

  public RatingParameters withSeed(long value) {
    return new RatingParameters(
        factors, tasteFeatures, shrinkage, burnIn, draws, thinning, value, threads);
  }

  public RatingParameters withThreads(int value) {
    return new RatingParameters(
        factors, tasteFeatures, shrinkage, burnIn, draws, thinning, seed, value);
  }

  int sweeps() {
    return burnIn + draws * thinning;
  }

  boolean keeps(int sweep) {
    return sweep >= burnIn && (sweep - burnIn) % thinning == thinning - 1;
  }
}
