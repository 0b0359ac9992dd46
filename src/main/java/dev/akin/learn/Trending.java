package dev.akin.learn;

import dev.akin.model.Popularity;

/// What sells better than it just did: counts of a window compared with the window before.
///
/// `score_i = max(0, (r_i - e_i) / sqrt(e_i + s))` with the expectation `e_i = p_i * sum r / sum
/// p`: growth beyond that of the whole shop, in standard deviations of a Poisson count. The
/// smoothing s keeps an item that was sold once after never from leading the list.
///
/// | symbol | meaning | range |
/// |--------|---------|-------|
/// | r_i, p_i | events of item i in the window, in the one before | >= 0 |
/// | s | smoothing | > 0 |
///
/// With nothing in the previous window every expectation is zero, so the order is that of r. Costs
/// one pass.
public final class Trending {
  /// As many events as an item must have to be judged mostly by its own.
  public static final double DEFAULT_SMOOTHING = 10;

  private Trending() {}

  /// @param recent r, finite and not negative
  /// @param previous p, as many numbers as `recent`
  /// @throws IllegalArgumentException if the lengths differ, a count is negative or not finite, or
  ///   smoothing is not positive
  public static Popularity scores(float[] recent, float[] previous, double smoothing) {
    if (recent.length != previous.length) {
      throw new IllegalArgumentException(
          recent.length + " recent counts, " + previous.length + " previous ones");
    }
    Ranges.require("smoothing", smoothing, 1e-9, 1e9);
    double previousSum = sum(previous);
    double growth = previousSum > 0 ? sum(recent) / previousSum : 0;
    float[] scores = new float[recent.length];
    for (int item = 0; item < scores.length; item++) {
      double expected = previous[item] * growth;
      double surplus = Math.max(0, recent[item] - expected);
      scores[item] = (float) (surplus / Math.sqrt(expected + smoothing));
    }
    return new Popularity(scores);
  }

  private static double sum(float[] counts) {
    double sum = 0;
    for (float count : counts) {
      Ranges.require("count", count, 0, Float.MAX_VALUE);
      sum += count;
    }
    return sum;
  }
}
