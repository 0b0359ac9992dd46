package dev.akin.learn;

/// Told by trainers that learn in rounds how far they have come: the learning curve of the report.
@FunctionalInterface
public interface TrainingProgress {
  TrainingProgress NONE = (_, _, _) -> {};

  /// @param curve what is measured, e.g. `loss` or `validation ndcg@10`
  /// @param round from 1
  /// @param value finite
  void reached(String curve, int round, double value);
}
