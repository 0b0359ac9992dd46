package dev.akin.rank.list;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/// How scores count.
///
/// @param minimum 0..1, see [MinimumRelevance]
/// @param factors of boosts and rotation, applied as [Boost] says
public record Relevance(double minimum, List<IntToDoubleFunction> factors) {
  /// Every item, as scored.
  public static final Relevance PLAIN = new Relevance(0, List.of());

  public Relevance {
    if (!(minimum >= 0 && minimum <= 1)) {
      throw new IllegalArgumentException("minimum relevance must be in 0..1, was " + minimum);
    }
    factors = List.copyOf(factors);
  }
}
