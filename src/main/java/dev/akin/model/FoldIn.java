package dev.akin.model;

/// How a factor model turns a history into a vector: the weights that its items were trained with.
///
/// @param unobservedWeight weight of every cell, seen or not, towards zero: alpha0 > 0
/// @param regularization lambda > 0
/// @param frequencyScaling nu: how much the regularisation grows with the weight of the history, in
///   0 .. 1
public record FoldIn(double unobservedWeight, double regularization, double frequencyScaling) {
  public FoldIn {
    positive("unobservedWeight", unobservedWeight);
    positive("regularization", regularization);
    if (!(frequencyScaling >= 0 && frequencyScaling <= 1)) {
      throw new IllegalArgumentException(
          "frequencyScaling must be in 0..1, was " + frequencyScaling);
    }
  }

  /// The ridge of one row: `lambda * (weight + alpha0 * others)^nu`.
  ///
  /// @param weight the sum of the row's strengths
  /// @param others how many rows there are on the other side
  public double ridge(double weight, int others) {
    return regularization * StrictMath.pow(weight + unobservedWeight * others, frequencyScaling);
  }

  private static void positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be positive and finite, was " + value);
    }
  }
}
