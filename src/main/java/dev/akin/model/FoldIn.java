package dev.akin.model;

/// How a factor model turns a history into a vector: the weights that its items were trained with.
///
/// @param unobservedWeight weight of every cell, seen or not, towards zero: alpha0 > 0
/// @param regularization the ridge of a row of mean weight, > 0
/// @param frequencyScaling nu: how much the ridge grows with the weight of the history, in 0 .. 1
/// @param meanWeight of the rows in training, > 0
public record FoldIn(
    double unobservedWeight, double regularization, double frequencyScaling, double meanWeight) {
  private static final double LEAST = 0.01;

  public FoldIn {
    positive("unobservedWeight", unobservedWeight);
    positive("regularization", regularization);
    positive("meanWeight", meanWeight);
    if (!(frequencyScaling >= 0 && frequencyScaling <= 1)) {
      throw new IllegalArgumentException(
          "frequencyScaling must be in 0..1, was " + frequencyScaling);
    }
  }

  /// The ridge of one row: `regularization * (weight / meanWeight)^nu`, where the quotient counts
  /// as 0.01 at least.
  ///
  /// @param weight the sum of the row's strengths, each times the weight of its column
  public double ridge(double weight) {
    double relative = Math.max(LEAST, weight / meanWeight);
    return regularization * StrictMath.pow(relative, frequencyScaling);
  }

  private static void positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be positive and finite, was " + value);
    }
  }
}
