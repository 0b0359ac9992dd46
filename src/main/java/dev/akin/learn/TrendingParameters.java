package dev.akin.learn;

/// What [TrendingPairsTrainer] can be told.
///
/// @param days length of the window and of the one before it, 1..3650
/// @param smoothing 1e-9..1e9: as many events as an item must have to be judged mostly by its own
public record TrendingParameters(int days, double smoothing) {
  public static final TrendingParameters DEFAULT =
      new TrendingParameters(28, Trending.DEFAULT_SMOOTHING);

  public TrendingParameters {
    Ranges.require("days", days, 1, 3650);
    Ranges.require("smoothing", smoothing, 1e-9, 1e9);
  }
}
