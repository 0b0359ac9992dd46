package dev.akin.rank.explore;

/// Beta distributions over click rates, and how likely each is the best of them.
///
/// Thompson sampling (Thompson, "On the likelihood that one unknown probability exceeds another in
/// view of the evidence of two samples", Biometrika 1933; Chapelle and Li, "An empirical evaluation
/// of Thompson sampling", NIPS 2011, algorithm 2) draws a rate from every belief and takes the item
/// with the largest; so it takes item i with the probability that i is the best, `P_i = integral of
/// f_i(x) * product over j != i of F_j(x) dx`. Here those probabilities are computed first and the
/// item is drawn from them: the same policy, and the propensity of what was shown is known instead
/// of estimated. The integral is a sum over [#STEPS] points, denser towards the lower end, between
/// the lowest and the highest rate that is within [#SPREADS] standard deviations of a mean; an
/// error in it makes the policy a little less good and the propensity no less exact.
///
/// | symbol | meaning | shape |
/// |--------|---------|-------|
/// | f_j, F_j | density and distribution function of Beta(hits_j, misses_j) | n |
///
/// Costs `STEPS * n^2` for n items. No item gives no probability, one gives 1.
///
/// @param hits positive, one per item
/// @param misses positive, one per item
record Beliefs(double[] hits, double[] misses) {
  private static final int STEPS = 64;
  private static final int SPREADS = 5;

  /// How likely each item is the best; not negative, sums to 1.
  double[] bestProbabilities() {
    Grid grid = grid();
    double[][] masses = new double[hits.length][];
    double[][] below = new double[hits.length][];
    for (int i = 0; i < hits.length; i++) {
      masses[i] = masses(i, grid);
      below[i] = below(masses[i]);
    }
    double[] best = new double[hits.length];
    double total = 0;
    for (int i = 0; i < best.length; i++) {
      for (int g = 0; g < STEPS; g++) {
        double product = masses[i][g];
        for (int j = 0; j < best.length && product > 0; j++) {
          product *= j == i ? 1 : below[j][g];
        }
        best[i] += product;
      }
      total += best[i];
    }
    for (int i = 0; i < best.length; i++) {
      best[i] /= total;
    }
    return best;
  }

  /// The points x of the integral.
  ///
  /// @param hits `ln x`
  /// @param misses `ln(1 - x)`
  /// @param widths the logarithm of what a point's cell is wide, but for a constant
  private record Grid(double[] hits, double[] misses, double[] widths) {}

  private Grid grid() {
    double least = 1;
    double most = 0;
    for (int i = 0; i < hits.length; i++) {
      double events = hits[i] + misses[i];
      double mean = hits[i] / events;
      double spread = Math.sqrt(mean * (1 - mean) / (events + 1));
      least = Math.min(least, mean - SPREADS * spread);
      most = Math.max(most, mean + SPREADS * spread);
    }
    double from = Math.max(0, least);
    double width = Math.min(1, most) - from;
    Grid grid = new Grid(new double[STEPS], new double[STEPS], new double[STEPS]);
    for (int g = 0; g < STEPS; g++) {
      double share = (g + 0.5) / STEPS;
      double x = from + width * share * share;
      grid.hits()[g] = StrictMath.log(x);
      grid.misses()[g] = StrictMath.log1p(-x);
      grid.widths()[g] = StrictMath.log(share);
    }
    return grid;
  }

  /// The probability around each point of the grid; sums to 1.
  private double[] masses(int item, Grid grid) {
    double[] logs = new double[STEPS];
    double largest = Double.NEGATIVE_INFINITY;
    for (int g = 0; g < STEPS; g++) {
      logs[g] =
          (hits[item] - 1) * grid.hits()[g]
              + (misses[item] - 1) * grid.misses()[g]
              + grid.widths()[g];
      largest = Math.max(largest, logs[g]);
    }
    double total = 0;
    double[] masses = new double[STEPS];
    for (int g = 0; g < STEPS; g++) {
      masses[g] = StrictMath.exp(logs[g] - largest);
      total += masses[g];
    }
    for (int g = 0; g < STEPS; g++) {
      masses[g] /= total;
    }
    return masses;
  }

  /// The probability below the middle of each point's cell.
  private static double[] below(double[] masses) {
    double[] below = new double[STEPS];
    double sum = 0;
    for (int g = 0; g < STEPS; g++) {
      below[g] = sum + masses[g] / 2;
      sum += masses[g];
    }
    return below;
  }
}
