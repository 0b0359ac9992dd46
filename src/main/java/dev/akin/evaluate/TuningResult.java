package dev.akin.evaluate;

import java.util.List;
import java.util.Map;

/// What tuning found.
///
/// @param best parameters that differ from the defaults; empty if the defaults were best
/// @param metric what was compared, e.g. `ndcg@10`
/// @param score of the best on the validation part
/// @param trials all that was tried, best first within a round, last round first
public record TuningResult(
    String algorithm, Map<String, Double> best, String metric, double score, List<Trial> trials) {
  public TuningResult {
    trials = List.copyOf(trials);
  }

  /// One point on one share of the training users.
  public record Trial(Map<String, Double> parameters, double share, double score) {}
}
