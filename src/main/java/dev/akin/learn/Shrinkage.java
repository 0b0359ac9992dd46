package dev.akin.learn;

/// How far counts may be believed that differ from what was expected.
///
/// A count `n` is taken for a Poisson count with mean `r e`, where `e` was expected and the ratio
/// `r` comes from a gamma distribution with mean 1 and variance `1 / a`. The posterior mean of `r`
/// is `(n + a) / (e + a)` (DuMouchel, "Bayesian data mining in large frequency tables", 1999,
/// section 3, with one gamma distribution instead of two): `a` is how many expected counts of doubt
/// stand against what was seen. With little evidence the ratio is nearly 1, with much it is `n /
/// e`.
///
/// `a` is learned from all counts together, by moments: by chance alone `(n - e)^2` is `v` on
/// average, and `e^2 / a` comes on top of it. Only what exceeds [#STANDARD_ERRORS] standard errors
/// of chance counts, so where chance explains the counts as a whole, `a` is infinite and every
/// ratio is exactly 1.
final class Shrinkage {
  private static final double STANDARD_ERRORS = 3;

  /// However much counts differ, one is never believed to the letter.
  private static final double LEAST_DOUBT = 5;

  private double excess;
  private double noise;
  private double squares;

  /// Tells of one count.
  ///
  /// @param count 0 or more
  /// @param expected 0 or more
  /// @param variance of the count by chance, at most `expected`
  void add(double count, double expected, double variance) {
    double difference = count - expected;
    excess += difference * difference - variance;
    noise += 2 * variance * variance + variance;
    squares += expected * expected;
  }

  /// `a`, at least 5; infinite if chance explains everything.
  double doubt() {
    double believed = excess - STANDARD_ERRORS * Math.sqrt(noise);
    return believed > 0 ? Math.max(LEAST_DOUBT, squares / believed) : Double.POSITIVE_INFINITY;
  }

  /// The posterior mean of a ratio.
  static double ratio(double count, double expected, double doubt) {
    return Double.isInfinite(doubt) ? 1 : (count + doubt) / (expected + doubt);
  }

  /// Twice the logarithm of how much likelier a count is with its own mean than with the expected
  /// one: Dunning's ratio, see [LogLikelihoodRatio], for a Poisson count.
  static double surprise(double count, double expected) {
    double own = count == 0 ? 0 : count * StrictMath.log(count / expected);
    return Math.max(0, 2 * (own - (count - expected)));
  }
}
