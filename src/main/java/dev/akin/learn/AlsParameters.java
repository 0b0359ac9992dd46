package dev.akin.learn;

import dev.akin.math.CsrMatrix;
import dev.akin.model.FoldIn;

/// What [AlsTrainer] can be told.
///
/// @param factors dimension of the vectors, 1..1024; more separates finer tastes and costs more
/// @param iterations half-steps for both sides, 1..1000
/// @param regularization lambda, > 0: the ridge in units of the mean weight of a row; raise it when
///   recommendations look random, lower it when they all look alike
/// @param unobservedWeight alpha0, > 0: how much not having bought counts against an item, compared
///   with strength 1 for it
/// @param frequencyScaling nu, 0..1: how much regularisation grows with activity
/// @param activityDiscount a, 0..1: how much less a long history counts; 0 counts all alike
/// @param popularityDiscount b, 0..1: how much less a popular item counts; 0 counts all alike
/// @param blockSize how many factors are solved for at once, 1..1024; `factors` or more solves
///   exactly
/// @param conjugateSteps 0..100: so many steps of conjugate gradients per row instead of solving
///   blocks; 0 solves blocks of `blockSize`
/// @param seed of the initial item factors
/// @param threads 1..1024; has no influence on the result
public record AlsParameters(
    int factors,
    int iterations,
    double regularization,
    double unobservedWeight,
    double frequencyScaling,
    double activityDiscount,
    double popularityDiscount,
    int blockSize,
    int conjugateSteps,
    long seed,
    int threads) {
  /// Chosen on held-out training pairs of MovieLens-1M and of Online Retail, so that one setting is
  /// near the best of both.
  public static final AlsParameters DEFAULT =
      new AlsParameters(128, 15, 0.0034, 0.4, 0.4, 0.3, 0.3, 64, 4, 42, 2);

  public AlsParameters {
    Ranges.require("factors", factors, 1, 1024);
    Ranges.require("iterations", iterations, 1, 1000);
    Ranges.require("regularization", regularization, 1e-12, 1e12);
    Ranges.require("unobservedWeight", unobservedWeight, 1e-12, 1e12);
    Ranges.require("frequencyScaling", frequencyScaling, 0, 1);
    Ranges.require("activityDiscount", activityDiscount, 0, 1);
    Ranges.require("popularityDiscount", popularityDiscount, 0, 1);
    Ranges.require("blockSize", blockSize, 1, 1024);
    Ranges.require("conjugateSteps", conjugateSteps, 0, 100);
    Ranges.require("threads", threads, 1, 1024);
  }

  public AlsParameters withFactors(int value) {
    return new AlsParameters(
        value,
        iterations,
        regularization,
        unobservedWeight,
        frequencyScaling,
        activityDiscount,
        popularityDiscount,
        blockSize,
        conjugateSteps,
        seed,
        threads);
  }

  public AlsParameters withIterations(int value) {
    return new AlsParameters(
        factors,
        value,
        regularization,
        unobservedWeight,
        frequencyScaling,
        activityDiscount,
        popularityDiscount,
        blockSize,
        conjugateSteps,
        seed,
        threads);
  }

  /// Both weights of the loss beside the strengths.
  public AlsParameters withWeights(double newRegularization, double newUnobservedWeight) {
    return new AlsParameters(
        factors,
        iterations,
        newRegularization,
        newUnobservedWeight,
        frequencyScaling,
        activityDiscount,
        popularityDiscount,
        blockSize,
        conjugateSteps,
        seed,
        threads);
  }

  /// Of users, then of items.
  public AlsParameters withDiscounts(double newActivityDiscount, double newPopularityDiscount) {
    return new AlsParameters(
        factors,
        iterations,
        regularization,
        unobservedWeight,
        frequencyScaling,
        newActivityDiscount,
        newPopularityDiscount,
        blockSize,
        conjugateSteps,
        seed,
        threads);
  }

  public AlsParameters withBlockSize(int value) {
    return new AlsParameters(
        factors,
        iterations,
        regularization,
        unobservedWeight,
        frequencyScaling,
        activityDiscount,
        popularityDiscount,
        value,
        conjugateSteps,
        seed,
        threads);
  }

  /// Steps of conjugate gradients; 0 solves blocks of `blockSize` factors.
  public AlsParameters withConjugateSteps(int value) {
    return new AlsParameters(
        factors,
        iterations,
        regularization,
        unobservedWeight,
        frequencyScaling,
        activityDiscount,
        popularityDiscount,
        blockSize,
        value,
        seed,
        threads);
  }

  public AlsParameters withSeed(long value) {
    return new AlsParameters(
        factors,
        iterations,
        regularization,
        unobservedWeight,
        frequencyScaling,
        activityDiscount,
        popularityDiscount,
        blockSize,
        conjugateSteps,
        value,
        threads);
  }

  public AlsParameters withThreads(int value) {
    return new AlsParameters(
        factors,
        iterations,
        regularization,
        unobservedWeight,
        frequencyScaling,
        activityDiscount,
        popularityDiscount,
        blockSize,
        conjugateSteps,
        seed,
        value);
  }

  /// What the rows of one side are solved with.
  ///
  /// @param weighted strengths of that side's rows, each times the weight of its column
  /// @param columnWeights what the columns weigh
  FoldIn foldIn(CsrMatrix weighted, float[] columnWeights) {
    double mean = RelativeWeights.meanRow(weighted);
    double cells = mean + unobservedWeight * RelativeWeights.sum(columnWeights);
    return new FoldIn(unobservedWeight, regularization * cells, frequencyScaling, mean);
  }
}
