package dev.akin.rank.score;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/// Demotes what was shown a short while ago and left alone, so that a page that is loaded again
/// does not look the same.
///
/// The factor of an item is `product over its impressions of 1 - rate * (1 - age / span)` with ages
/// in `0 .. span`: the whole rate at the moment of the impression, a straight line back to nothing
/// after the span, and more for every time that it was shown. One click clears an item: interest is
/// no reason to hide it. Items demoted to zero keep [Boost#LEAST] and come last in their tier
/// instead of leaving the list. Impressions of the future count as of now.
///
/// The meaning of rate and span is the one that Recombee documents for `rotationRate` and
/// `rotationTime`. Costs one look into a map per demoted item and nothing for the others.
public final class Rotation implements IntToDoubleFunction {
  /// What Recombee takes as well: two hours.
  public static final long USUAL_SPAN_MILLIS = 7_200_000;

  private final Map<Integer, Double> factors;

  private Rotation(Map<Integer, Double> factors) {
    this.factors = factors;
  }

  /// @param rate 0 for none to 1 for all
  /// @param spanMillis how long an item needs to recover, at least 1
  /// @param now epoch milliseconds
  public static Rotation of(double rate, long spanMillis, long now, List<Impression> impressions) {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException("rotation rate must be in 0..1, was " + rate);
    }
    if (spanMillis < 1) {
      throw new IllegalArgumentException("rotation span must be positive, was " + spanMillis);
    }
    Set<Integer> clicked = new HashSet<>();
    Map<Integer, Double> factors = new HashMap<>();
    for (Impression impression : impressions) {
      double age = Math.max(0, (double) now - impression.at());
      if (age < spanMillis) {
        factors.merge(impression.item(), 1 - rate * (1 - age / spanMillis), (a, b) -> a * b);
        if (impression.clicked()) {
          clicked.add(impression.item());
        }
      }
    }
    factors.keySet().removeAll(clicked);
    return new Rotation(factors);
  }

  /// Whether no item is demoted.
  public boolean isEmpty() {
    return factors.isEmpty();
  }

  @Override
  public double applyAsDouble(int item) {
    return factors.isEmpty() ? 1 : factors.getOrDefault(item, 1.0);
  }
}
