package dev.akin.learn;

import dev.akin.model.QuantizedRows;
import dev.akin.model.RatingModel.Side;

/// Gathers the kept draws of one side: biases are averaged, factors stand side by side, so one
/// product of two such vectors sums over all draws.
final class RatingDraws {
  private final int factors;
  private final int draws;
  private final double biasScale;
  private final double factorScale;
  private final double[] biases;
  private final float[] vectors;
  private int kept;

  /// @param rows how many users or items
  /// @param unit one standard deviation of the ratings: biases are multiplied by it
  /// @param factorScale what factors are multiplied by
  RatingDraws(int rows, RatingParameters parameters, double unit, double factorScale) {
    factors = parameters.factors();
    draws = parameters.draws();
    biasScale = unit / draws;
    this.factorScale = factorScale;
    biases = new double[rows];
    vectors = new float[Math.multiplyExact(rows, factors * draws)];
  }

  /// @param rows `(bias, factors)` each; read, not kept
  void keep(float[] rows) {
    int dimension = factors + 1;
    for (int row = 0; row < biases.length; row++) {
      biases[row] += biasScale * rows[row * dimension];
      int to = (row * draws + kept) * factors;
      for (int c = 0; c < factors; c++) {
        vectors[to + c] = (float) (factorScale * rows[row * dimension + 1 + c]);
      }
    }
    kept++;
  }

  Side side() {
    float[] means = new float[biases.length];
    for (int row = 0; row < means.length; row++) {
      means[row] = (float) biases[row];
    }
    return new Side(means, QuantizedRows.of(vectors, means.length, factors * draws));
  }
}
