package dev.akin.learn;

import java.util.List;

/// What a training takes of the heap, known before it starts: upper bounds in bytes.
///
/// @param peak at its fullest moment, its input included
/// @param kept by the model when it is trained, its input not included
public record MemoryNeed(long peak, long kept) {
  public MemoryNeed {
    if (peak < 0 || kept < 0) {
      throw new IllegalArgumentException("bytes must not be negative, were " + peak + ", " + kept);
    }
  }

  /// Of several trainings of the same input one after the other, all models being kept.
  static MemoryNeed inTurn(List<? extends Trainer> trainers, TrainingMemory size) {
    long peak = 0;
    long kept = 0;
    for (Trainer trainer : trainers) {
      MemoryNeed own = trainer.memory(size);
      peak = Math.max(peak, kept + own.peak());
      kept += own.kept();
    }
    return new MemoryNeed(peak, kept);
  }
}
