package dev.akin.rank.score;

/// Scales numbers to 0..1: the smallest becomes 0, the largest 1, the order stays.
public final class UnitRange {
  private UnitRange() {}

  /// `(v - min) / (max - min)` of finite values; zeros where all are the same.
  public static double[] scaled(double[] values) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    double[] scaled = new double[values.length];
    if (most > least) {
      for (int i = 0; i < scaled.length; i++) {
        scaled[i] = (values[i] - least) / (most - least);
      }
    }
    return scaled;
  }
}
