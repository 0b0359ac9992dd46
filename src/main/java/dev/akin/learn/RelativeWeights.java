package dev.akin.learn;

import dev.akin.math.CsrMatrix;

/// Weights of rows that fall with how full they are, relative to the mean: what is said of one shop
/// then holds for a larger one.
final class RelativeWeights {
  private static final double LEAST = 0.01;

  private RelativeWeights() {}

  /// `(n_r / mean n)^-exponent` for n_r cells in row r, where `n_r / mean n` counts as 0.01 at
  /// least; zero for an empty row, and empty rows have no part in the mean.
  static float[] of(CsrMatrix matrix, double exponent) {
    float[] weights = new float[matrix.rows()];
    int rows = 0;
    for (int row = 0; row < weights.length; row++) {
      rows += count(matrix, row) > 0 ? 1 : 0;
    }
    double mean = matrix.size() / (double) Math.max(1, rows);
    for (int row = 0; row < weights.length; row++) {
      int count = count(matrix, row);
      double relative = Math.max(LEAST, count / mean);
      weights[row] = count == 0 ? 0 : (float) StrictMath.pow(relative, -exponent);
    }
    return weights;
  }

  /// The matrix with every cell times the weight of its column. Shares all arrays but the values.
  static CsrMatrix apply(float[] columnWeights, CsrMatrix matrix) {
    CsrMatrix weighted =
        new CsrMatrix(
            matrix.rows(),
            matrix.columns(),
            matrix.starts(),
            matrix.indices(),
            matrix.values().clone());
    scale(columnWeights, weighted);
    return weighted;
  }

  /// The same in place.
  static void scale(float[] columnWeights, CsrMatrix matrix) {
    for (int p = 0; p < matrix.size(); p++) {
      matrix.values()[p] *= columnWeights[matrix.indices()[p]];
    }
  }

  /// The mean sum of the rows that have cells, 1 if there are none.
  static double meanRow(CsrMatrix matrix) {
    double sum = 0;
    int rows = 0;
    for (int row = 0; row < matrix.rows(); row++) {
      for (int p = matrix.starts()[row]; p < matrix.starts()[row + 1]; p++) {
        sum += matrix.values()[p];
      }
      rows += count(matrix, row) > 0 ? 1 : 0;
    }
    return rows == 0 ? 1 : sum / rows;
  }

  private static int count(CsrMatrix matrix, int row) {
    return matrix.starts()[row + 1] - matrix.starts()[row];
  }

  static double sum(float[] weights) {
    double sum = 0;
    for (float weight : weights) {
      sum += weight;
    }
    return sum;
  }
}
