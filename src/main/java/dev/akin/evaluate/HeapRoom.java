package dev.akin.evaluate;

import dev.akin.learn.MemoryNeed;
import dev.akin.learn.TrainingMemory;
import dev.akin.learn.TrainingTooLargeException;

/// How much of the heap trainings may take.
@FunctionalInterface
public interface HeapRoom {
  /// Refuses nothing.
  HeapRoom UNLIMITED = _ -> Long.MAX_VALUE;

  /// Bytes that are free. May count garbage as taken if they are enough for `wanted` all the same.
  long free(long wanted);

  /// Lets a training pass that fits.
  ///
  /// @param name of the algorithm
  /// @param need of its training, whose input is there already
  /// @param after bytes that are wanted when it is trained, beside its model
  /// @throws TrainingTooLargeException if it does not fit
  default void require(String name, MemoryNeed need, TrainingMemory size, long after) {
    long wanted = Math.max(need.peak() - size.input(), need.kept() + after);
    long free = free(wanted);
    if (wanted > free) {
      throw new TrainingTooLargeException(name, wanted, free);
    }
  }
}
