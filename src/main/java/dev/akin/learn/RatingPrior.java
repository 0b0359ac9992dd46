package dev.akin.learn;

import dev.akin.math.CsrMatrix;
import dev.akin.math.Parallel;
import dev.akin.math.SeededRandom;
import dev.akin.math.SymmetricSystem;
import java.util.Arrays;

/// What one side's rows are expected to be before their ratings are seen: `row ~ N(B' f,
/// diag(lambda)^-1)`, a linear regression on the row's features.
///
/// Features f: a constant, the logarithm of how many ratings there are (standardised), the given
/// attributes and the [TasteFeatures]. `B ~ N(0, (lambda * shrinkage)^-1)`, so all columns share
/// one inverse of `F'F + shrinkage I`, made once. Lambda is set to its conditional mean under a
/// Gamma(1, 1/2) prior, which keeps it finite for few rows.
final class RatingPrior {
  /// The constant is hardly shrunk: a share of a row's weight per row.
  private static final double CONSTANT_SHRINKAGE = 1e-3;

  private static final double SHAPE = 1;
  private static final double RATE = 0.5;
  private static final double INITIAL_PRECISION = 10;

  private final int rows;
  private final int columns;
  private final int dimension;
  private final double[] features;
  private final double[] shrinkages;
  private final double[] inverse;
  private final double[] precisions;
  private final float[] means;

  /// @param ratings whose rows these are
  /// @param taste `rows x any`, row by row
  /// @param dimension columns of what is expected
  RatingPrior(
      CsrMatrix ratings, CsrMatrix attributes, double[] taste, double shrinkage, int dimension) {
    rows = ratings.rows();
    int tasteColumns = rows == 0 ? 0 : taste.length / rows;
    columns = 2 + attributes.columns() + tasteColumns;
    this.dimension = dimension;
    features = new double[Math.multiplyExact(rows, columns)];
    double[] activity = activity(ratings);
    for (int row = 0; row < rows; row++) {
      int at = row * columns;
      features[at] = 1;
      features[at + 1] = activity[row];
      for (int p = attributes.starts()[row]; p < attributes.starts()[row + 1]; p++) {
        features[at + 2 + attributes.indices()[p]] = attributes.values()[p];
      }
      int tasteAt = at + 2 + attributes.columns();
      System.arraycopy(taste, row * tasteColumns, features, tasteAt, tasteColumns);
    }
    shrinkages = new double[columns];
    Arrays.fill(shrinkages, shrinkage);
    shrinkages[0] = CONSTANT_SHRINKAGE * Math.max(1, rows);
    inverse = SymmetricSystem.factor(gram(), columns).inverse();
    precisions = new double[dimension];
    Arrays.fill(precisions, INITIAL_PRECISION);
    means = new float[rows * dimension];
  }

  /// The expected rows, `rows x dimension`; changed by [#update].
  float[] means() {
    return means;
  }

  /// Lambda, one per column; changed by [#update].
  double[] precisions() {
    return precisions;
  }

  /// Draws B given the rows, then sets the means and lambda. Solving for jittered rows is a draw of
  /// the posterior.
  void update(float[] latent, SeededRandom random, Parallel parallel) {
    parallel.run(
        dimension,
        1,
        () ->
            (from, to) -> {
              for (int c = from; c < to; c++) {
                updateColumn(latent, c, random.split(c));
              }
            });
  }

  private void updateColumn(float[] latent, int column, SeededRandom random) {
    double deviation = 1 / Math.sqrt(precisions[column]);
    double[] right = new double[columns];
    for (int row = 0; row < rows; row++) {
      double jittered = latent[row * dimension + column] + deviation * random.nextGaussian();
      for (int f = 0; f < columns; f++) {
        right[f] += features[row * columns + f] * jittered;
      }
    }
    for (int f = 0; f < columns; f++) {
      right[f] += Math.sqrt(shrinkages[f]) * deviation * random.nextGaussian();
    }
    double[] weights = solve(right);
    double squares = 0;
    for (int row = 0; row < rows; row++) {
      double mean = 0;
      for (int f = 0; f < columns; f++) {
        mean += features[row * columns + f] * weights[f];
      }
      double error = latent[row * dimension + column] - mean;
      squares += error * error;
      means[row * dimension + column] = (float) mean;
    }
    for (int f = 0; f < columns; f++) {
      squares += shrinkages[f] * weights[f] * weights[f];
    }
    precisions[column] = (rows + columns + 2 * SHAPE) / (squares + 2 * RATE);
  }

  private double[] solve(double[] right) {
    double[] solution = new double[columns];
    for (int a = 0; a < columns; a++) {
      for (int b = 0; b < columns; b++) {
        solution[a] += inverse[a * columns + b] * right[b];
      }
    }
    return solution;
  }

  private double[] gram() {
    double[] gram = new double[columns * columns];
    for (int row = 0; row < rows; row++) {
      for (int a = 0; a < columns; a++) {
        double value = features[row * columns + a];
        for (int b = 0; value != 0 && b < columns; b++) {
          gram[a * columns + b] += value * features[row * columns + b];
        }
      }
    }
    for (int f = 0; f < columns; f++) {
      gram[f * columns + f] += shrinkages[f];
    }
    return gram;
  }

  /// Rows without ratings count as average: extrapolating to them would add noise, not knowledge.
  private static double[] activity(CsrMatrix ratings) {
    double[] logarithms = new double[ratings.rows()];
    double sum = 0;
    double squares = 0;
    int active = 0;
    for (int row = 0; row < logarithms.length; row++) {
      logarithms[row] = StrictMath.log1p(ratings.starts()[row + 1] - ratings.starts()[row]);
      sum += logarithms[row];
      squares += logarithms[row] * logarithms[row];
      active += logarithms[row] > 0 ? 1 : 0;
    }
    double mean = sum / Math.max(1, active);
    double variance = squares / Math.max(1, active) - mean * mean;
    double deviation = variance > 1e-9 ? Math.sqrt(variance) : 1;
    Arrays.setAll(
        logarithms, row -> logarithms[row] > 0 ? (logarithms[row] - mean) / deviation : 0);
    return logarithms;
  }
}
