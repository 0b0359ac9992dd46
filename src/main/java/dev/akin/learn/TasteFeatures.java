package dev.akin.learn;

import dev.akin.math.CsrMatrix;
import dev.akin.math.SeededRandom;
import java.util.Arrays;

/// What the mere choice of items tells about users, and the choice of users about items, in a few
/// numbers each: which items somebody rated says much about how they will rate.
///
/// The leading singular vectors of `B_ui = 1 / sqrt(n_u n_i)` for every rated cell, n being the
/// length of a row or column, scaled to a mean square of 1; by orthogonal iteration (Golub and Van
/// Loan, "Matrix Computations", 4th edition, section 8.2.4). They play the part of the implicit
/// feedback of SVD++ (Koren, KDD 2008, equation 15).
///
/// Costs `2 * ITERATIONS * (cells * r + (users + items) * r^2)`. Directions that the data does not
/// have are zero.
record TasteFeatures(double[] users, double[] items) {
  private static final int ITERATIONS = 8;

  /// @param count r, how many numbers per row
  /// @return `users x r` and `items x r`, row by row
  static TasteFeatures of(CsrMatrix byUser, CsrMatrix byItem, int count, SeededRandom random) {
    double[] users = new double[byUser.rows() * count];
    double[] items = new double[byItem.rows() * count];
    Arrays.setAll(items, cell -> random.nextGaussian());
    for (int i = 0; i < ITERATIONS; i++) {
      multiply(byUser, byItem, items, users, count);
      orthonormalise(users, count);
      multiply(byItem, byUser, users, items, count);
      orthonormalise(items, count);
    }
    scale(users, Math.sqrt(byUser.rows()));
    scale(items, Math.sqrt(byItem.rows()));
    return new TasteFeatures(users, items);
  }

  private static void multiply(
      CsrMatrix matrix, CsrMatrix transposed, double[] in, double[] out, int count) {
    Arrays.fill(out, 0);
    for (int row = 0; row < matrix.rows(); row++) {
      int from = matrix.starts()[row];
      int to = matrix.starts()[row + 1];
      for (int p = from; p < to; p++) {
        int column = matrix.indices()[p];
        int others = transposed.starts()[column + 1] - transposed.starts()[column];
        double weight = 1 / Math.sqrt((double) (to - from) * others);
        for (int c = 0; c < count; c++) {
          out[row * count + c] += weight * in[column * count + c];
        }
      }
    }
  }

  /// Gram-Schmidt, each column twice, which is enough for double precision.
  private static void orthonormalise(double[] matrix, int count) {
    for (int c = 0; c < count; c++) {
      double before = Math.sqrt(product(matrix, count, c, c));
      for (int other = 0; other < 2 * c; other++) {
        subtract(matrix, count, c, other % c);
      }
      double length = Math.sqrt(product(matrix, count, c, c));
      double factor = length > 1e-9 * before ? 1 / length : 0;
      for (int p = c; p < matrix.length; p += count) {
        matrix[p] *= factor;
      }
    }
  }

  private static void subtract(double[] matrix, int count, int column, int other) {
    double product = product(matrix, count, column, other);
    for (int row = 0; row < matrix.length; row += count) {
      matrix[row + column] -= product * matrix[row + other];
    }
  }

  private static double product(double[] matrix, int count, int column, int other) {
    double sum = 0;
    for (int row = 0; row < matrix.length; row += count) {
      sum += matrix[row + column] * matrix[row + other];
    }
    return sum;
  }

  private static void scale(double[] values, double factor) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
  }
}
