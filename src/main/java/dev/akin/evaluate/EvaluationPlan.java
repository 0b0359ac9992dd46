package dev.akin.evaluate;

import dev.akin.evaluate.metric.Bootstrap;
import java.util.List;

/// How rankings are made and measured.
///
/// @param cuts lengths of the list that quality is measured at, distinct, the main one first
/// @param sampledCandidates 0 ranks the full catalogue; else only the hidden items and so many
///   random others compete, which flatters every algorithm and can change their order (Krichene and
///   Rendle, KDD 2020): an extra for comparing with papers that did it
/// @param bootstrap for all intervals
/// @param seed of the sampled candidates
/// @param threads has no influence on the result
public record EvaluationPlan(
    List<Integer> cuts, int sampledCandidates, Bootstrap bootstrap, long seed, int threads) {
  public EvaluationPlan {
    cuts = List.copyOf(cuts);
    if (cuts.isEmpty() || cuts.stream().anyMatch(cut -> cut < 1)) {
      throw new IllegalArgumentException("k must be positive, was " + cuts);
    }
    if (cuts.stream().distinct().count() != cuts.size()) {
      throw new IllegalArgumentException("every k once only, was " + cuts);
    }
    if (sampledCandidates < 0) {
      throw new IllegalArgumentException(
          "sampledCandidates must not be negative, was " + sampledCandidates);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be positive, was " + threads);
    }
  }

  /// Full catalogue, 1,000 resamples.
  public static EvaluationPlan at(int k, long seed, int threads) {
    return new EvaluationPlan(List.of(k), 0, Bootstrap.seeded(seed), seed, threads);
  }

  /// The cut that comparisons and slices use.
  public int mainCut() {
    return cuts.getFirst();
  }

  /// How long lists must be.
  public int longestCut() {
    return cuts.stream().mapToInt(Integer::intValue).max().orElseThrow();
  }
}
