package dev.akin.math;

/// Makes the columns of a tall matrix orthonormal by the Cholesky factor of their Gram matrix: `A'A
/// = R'R`, `Q = A R^-1`. R is computed in double. Done twice it is as orthonormal as float numbers
/// allow (Yamamoto et al., "Roundoff error analysis of the CholeskyQR2 algorithm", ETNA 2015).
///
/// A column that depends on those before it up to rounding becomes zero. Costs `1.5 * rows *
/// columns^2` multiplications. Does not depend on the number of threads.
final class Orthonormal {
  private static final int ROWS_AT_ONCE = 16;
  private static final double NOISE = 1e-11;

  private Orthonormal() {}

  static DenseMatrix of(DenseMatrix matrix, Parallel parallel) {
    int size = matrix.columns();
    double[] factor = gram(matrix, parallel);
    boolean[] dependent = factor(factor, size);
    float[] inverse = inverse(factor, dependent);
    return new DenseProduct(parallel).of(matrix, new DenseMatrix(inverse, size, size));
  }

  /// On and right of the diagonal.
  private static double[] gram(DenseMatrix matrix, Parallel parallel) {
    int size = matrix.columns();
    double[] gram = new double[size * size];
    parallel.run(
        size,
        ROWS_AT_ONCE,
        () -> {
          double[] even = new double[size];
          double[] odd = new double[size];
          return (from, to) -> {
            for (int row = 0; row < matrix.rows(); row += 2) {
              load(matrix, row, from, even);
              load(matrix, row + 1, from, odd);
              for (int a = from; a < to; a++) {
                addProducts(even, odd, a, gram, a * size);
              }
            }
          };
        });
    return gram;
  }

  /// A row from a column on; zeros below the last row.
  private static void load(DenseMatrix matrix, int row, int from, double[] into) {
    for (int c = from; c < into.length; c++) {
      into[c] = row < matrix.rows() ? matrix.values()[row * matrix.columns() + c] : 0;
    }
  }

  private static void addProducts(double[] even, double[] odd, int a, double[] gram, int row) {
    double first = even[a];
    double second = odd[a];
    for (int b = a; b < even.length; b++) {
      gram[row + b] += first * even[b] + second * odd[b];
    }
  }

  /// From the Gram matrix to R; says which columns depend on earlier ones.
  private static boolean[] factor(double[] gram, int size) {
    boolean[] dependent = new boolean[size];
    double[] lengths = new double[size];
    for (int i = 0; i < size; i++) {
      lengths[i] = gram[i * size + i];
    }
    for (int i = 0; i < size; i++) {
      double pivot = gram[i * size + i];
      dependent[i] = !(pivot > NOISE * lengths[i]);
      double scale = dependent[i] ? 0 : 1 / Math.sqrt(pivot);
      for (int b = i; b < size; b++) {
        gram[i * size + b] *= scale;
      }
      for (int a = i + 1; a < size; a++) {
        subtract(gram[i * size + a], gram, i * size, a * size, a, size);
      }
    }
    return dependent;
  }

  private static void subtract(
      double factor, double[] values, int source, int target, int from, int to) {
    for (int b = from; b < to; b++) {
      values[target + b] -= factor * values[source + b];
    }
  }

  /// R^-1, with zeros in the columns that depend on others.
  private static float[] inverse(double[] factor, boolean[] dependent) {
    int size = dependent.length;
    double[] inverse = new double[size * size];
    for (int i = size - 1; i >= 0; i--) {
      if (dependent[i]) {
        continue;
      }
      for (int l = i + 1; l < size; l++) {
        double cell = factor[i * size + l];
        for (int j = l; j < size; j++) {
          inverse[i * size + j] -= cell * inverse[l * size + j];
        }
      }
      double scale = 1 / factor[i * size + i];
      inverse[i * size + i] = 1;
      for (int j = i; j < size; j++) {
        inverse[i * size + j] *= scale;
      }
    }
    float[] rounded = new float[inverse.length];
    for (int cell = 0; cell < rounded.length; cell++) {
      rounded[cell] = (float) inverse[cell];
    }
    return rounded;
  }
}
