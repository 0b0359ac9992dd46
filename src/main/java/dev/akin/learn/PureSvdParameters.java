package dev.akin.learn;

/// What [PureSvdTrainer] can be told.
///
/// @param factors dimension of the vectors, 1..1024
/// @param oversampling further dimensions during the computation, 0..1024, for accuracy
/// @param iterations power iterations, 0..100; each sharpens the separation of close factors
/// @param seed of the random projection
/// @param threads 1..1024; has no influence on the result
public record PureSvdParameters(
    int factors, int oversampling, int iterations, long seed, int threads) {
  public static final PureSvdParameters DEFAULT = new PureSvdParameters(50, 10, 4, 42, 2);

  public PureSvdParameters {
    Ranges.require("factors", factors, 1, 1024);
    Ranges.require("oversampling", oversampling, 0, 1024);
    Ranges.require("iterations", iterations, 0, 100);
    Ranges.require("threads", threads, 1, 1024);
  }
}
