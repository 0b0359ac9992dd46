package dev.akin.learn;

/// A training that would take more memory than it may.
public final class TrainingTooLargeException extends IllegalArgumentException {
  private final long missing;

  /// A limit that a parameter sets.
  ///
  /// @param message names what is needed, the limit and what helps
  public TrainingTooLargeException(String message) {
    super(message);
    missing = 0;
  }

  /// The limit of the heap.
  ///
  /// @param name of the algorithm
  /// @param wanted bytes
  /// @param free bytes
  public TrainingTooLargeException(String name, long wanted, long free) {
    super(
        name
            + " needs "
            + megabytes(wanted)
            + " beside what is loaded, the heap has "
            + megabytes(Math.max(0, free))
            + " left for it");
    missing = wanted - free;
  }

  /// By how many bytes the heap is too small; 0 if the heap is not what limits.
  public long missing() {
    return missing;
  }

  private static String megabytes(long bytes) {
    return Math.ceilDiv(bytes, 1L << 20) + " MB";
  }
}
