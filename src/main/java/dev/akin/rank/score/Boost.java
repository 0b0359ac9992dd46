package dev.akin.rank.score;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/// Multiplies scores by factors, so that a factor above 1 always moves an item up and one below 1
/// always down.
///
/// `lift(s, f) = s * f` for `s >= 0` and `s / f` for `s < 0`. For a fixed f it keeps the order of
/// scores, for a fixed s it grows with f, and `lift(lift(s, f), g) = lift(s, f * g)` up to
/// rounding. A score of exactly 0 stays. Factors outside of [#LEAST] .. [#MOST] count as those
/// bounds, NaN as 1: a factor may be computed from a shop's own attributes, and no attribute may
/// break an answer.
public final class Boost {
  public static final double LEAST = 1e-3;
  public static final double MOST = 1e3;

  private Boost() {}

  /// The score after the factor; finite if the score is.
  public static float lift(float score, double factor) {
    if (factor == 1) {
      return score;
    }
    double bounded = bounded(factor);
    double lifted = score >= 0 ? score * bounded : score / bounded;
    return (float) Math.clamp(lifted, -Float.MAX_VALUE, Float.MAX_VALUE);
  }

  /// All factors at once: their product, bounded.
  public static IntToDoubleFunction product(List<? extends IntToDoubleFunction> factors) {
    List<IntToDoubleFunction> all = List.copyOf(factors);
    return switch (all.size()) {
      case 0 -> _ -> 1;
      case 1 -> item -> bounded(all.getFirst().applyAsDouble(item));
      default ->
          item -> {
            double product = 1;
            for (IntToDoubleFunction factor : all) {
              product *= bounded(factor.applyAsDouble(item));
            }
            return bounded(product);
          };
    };
  }

  private static double bounded(double factor) {
    return Double.isNaN(factor) ? 1 : Math.clamp(factor, LEAST, MOST);
  }
}
