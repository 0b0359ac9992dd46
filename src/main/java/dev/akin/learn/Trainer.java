package dev.akin.learn;

import dev.akin.model.ItemScorer;

/// The one contract of every algorithm: interactions in, a scorer of any history out.
public interface Trainer {
  /// The algorithm's name on the command line, in reports and in answers, e.g. `als`.
  String name();

  /// Learns from scratch. Same interactions, parameters and seed give the same model, byte for
  /// byte, whatever the number of threads. Keeps no reference to its argument and does not change
  /// it.
  ///
  /// @throws IllegalArgumentException if a strength is negative, unless strengths are ratings
  ItemScorer fit(Interactions interactions);

  /// What [#fit] takes of the heap for interactions of a size. Arrays that the trainer was made
  /// with are not counted: they are there anyway.
  MemoryNeed memory(TrainingMemory size);
}
