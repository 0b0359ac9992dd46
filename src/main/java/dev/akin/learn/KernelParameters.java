package dev.akin.learn;

/// What [KernelTrainer] can be told. On validation parts of two training sets the best
/// regularisation was 3 for films and 1 or less for a gift shop; the default lies between, so
/// tuning it pays.
///
/// @param regularization lambda, 1e-4..1e6, in units of the mean eigenvalue of both kernels
/// @param rank r, 1..4096: how many eigenvectors of each kernel are treated exactly
/// @param depth hidden layers of the network that the kernels stand for, 1..16
/// @param popularityDiscount t, 0..1: how much less it counts to be right about a popular item
/// @param memoryBytes what the training may take; more users or items are refused
/// @param seed of the subspace iteration
/// @param threads 1..1024; has no influence on the result
public record KernelParameters(
    double regularization,
    int rank,
    int depth,
    double popularityDiscount,
    long memoryBytes,
    long seed,
    int threads) {
  public static final KernelParameters DEFAULT =
      new KernelParameters(2, 1024, 3, 0.25, 2L << 30, 42, 2);

  public KernelParameters {
    Ranges.require("regularization", regularization, 1e-4, 1e6);
    Ranges.require("rank", rank, 1, 4096);
    Ranges.require("depth", depth, 1, 16);
    Ranges.require("popularityDiscount", popularityDiscount, 0, 1);
    Ranges.require("memoryBytes", memoryBytes, 1, Long.MAX_VALUE);
    Ranges.require("threads", threads, 1, 1024);
  }

  public KernelParameters withRank(int value) {
    return new KernelParameters(
        regularization, value, depth, popularityDiscount, memoryBytes, seed, threads);
  }

  public KernelParameters withMemoryBytes(long value) {
    return new KernelParameters(
        regularization, rank, depth, popularityDiscount, value, seed, threads);
  }

  public KernelParameters withThreads(int value) {
    return new KernelParameters(
        regularization, rank, depth, popularityDiscount, memoryBytes, seed, value);
  }
}
