package dev.akin.learn;

/// How surprising it is that two things happen together as often as they do.
///
/// `G2 = 2 * (sum of x ln x over the four cells - sum over rows - sum over columns + N ln N)`,
/// which is `2 N` times the mutual information of the 2 x 2 table, in nats (Dunning, "Accurate
/// methods for the statistics of surprise and coincidence", 1993, section 5; in the form by
/// entropies). Zero for independence, otherwise positive whichever way they depend.
final class LogLikelihoodRatio {
  private LogLikelihoodRatio() {}

  /// @param both how often both happen, at most `first` and `second`
  /// @param first how often the first happens
  /// @param second how often the second happens
  /// @param total how many occasions there are
  static double of(long both, long first, long second, long total) {
    long neither = total - first - second + both;
    double cells = xlogx(both) + xlogx(first - both) + xlogx(second - both) + xlogx(neither);
    double rows = xlogx(first) + xlogx(total - first);
    double columns = xlogx(second) + xlogx(total - second);
    return Math.max(0, 2 * (cells - rows - columns + xlogx(total)));
  }

  private static double xlogx(long x) {
    return x == 0 ? 0 : x * StrictMath.log(x);
  }
}
