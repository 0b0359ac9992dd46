package dev.akin.learn;

import dev.akin.math.CsrMatrix;
import dev.akin.math.Kernels;
import dev.akin.math.Parallel;
import dev.akin.math.SeededRandom;
import dev.akin.math.SymmetricEigen;

/// The leading right singular vectors of a sparse matrix, by random projection: Halko, Martinsson
/// and Tropp, "Finding structure with randomness", SIAM Review 2011, algorithm 4.4 for the range
/// and 5.1 for the vectors.
///
/// `Y = X O` for a normal random O; `Q = orth(Y)`; then `Z = orth(X'Q)`, `Q = orth(X Z)` for every
/// power iteration; last `W = X'Q`, `W'W = U S^2 U'` and `V = W U S^-1`. A basis is made
/// orthonormal by the eigenvectors of its small Gram matrix; directions below 1e-3 of the largest
/// are rounding noise in float and become zero.
///
/// Costs `(2 q + 2) * cells * l + q * (rows + columns) * l^2` multiplications for q iterations and
/// l vectors. The result does not depend on the number of threads, and on the order of the rows in
/// the last bits only.
final class RandomizedSvd {
  private static final int ROWS_AT_ONCE = 64;
  private static final double NOISE = 1e-6;

  private final CsrMatrix matrix;
  private final CsrMatrix transposed;
  private final int sketch;
  private final Parallel parallel;

  /// @param sketch l, how many vectors to work with; at most the shorter side of the matrix
  RandomizedSvd(CsrMatrix matrix, int sketch, Parallel parallel) {
    this.matrix = matrix;
    transposed = matrix.transpose();
    this.sketch = Math.min(sketch, Math.min(matrix.rows(), matrix.columns()));
    this.parallel = parallel;
  }

  /// How many vectors there are at most.
  int sketch() {
    return sketch;
  }

  /// V for the `factors <= sketch()` largest singular values, `columns x factors` row by row.
  float[] rightVectors(int factors, int iterations, long seed) {
    float[] left = orthonormal(times(matrix, normal(seed)), sketch);
    for (int i = 0; i < iterations; i++) {
      float[] right = orthonormal(times(transposed, left), sketch);
      left = orthonormal(times(matrix, right), sketch);
    }
    return orthonormal(times(transposed, left), factors);
  }

  private float[] normal(long seed) {
    SeededRandom random = new SeededRandom(seed);
    float[] values = new float[Math.multiplyExact(matrix.columns(), sketch)];
    for (int row = 0; row < matrix.columns(); row++) {
      SeededRandom own = random.split(row);
      for (int c = 0; c < sketch; c++) {
        values[row * sketch + c] = (float) own.nextGaussian();
      }
    }
    return values;
  }

  /// Sparse times dense.
  private float[] times(CsrMatrix sparse, float[] dense) {
    float[] product = new float[Math.multiplyExact(sparse.rows(), sketch)];
    parallel.run(
        sparse.rows(),
        ROWS_AT_ONCE,
        () ->
            (from, to) -> {
              for (int row = from; row < to; row++) {
                for (int p = sparse.starts()[row]; p < sparse.starts()[row + 1]; p++) {
                  int source = sparse.indices()[p] * sketch;
                  Kernels.best()
                      .axpy(sparse.values()[p], dense, source, product, row * sketch, sketch);
                }
              }
            });
    return product;
  }

  /// The leading left singular vectors of a tall dense matrix: `dense * U * S^-1`.
  private float[] orthonormal(float[] dense, int width) {
    float[] turn = turn(dense, width);
    int rows = dense.length / sketch;
    float[] result = new float[rows * width];
    parallel.run(
        rows,
        ROWS_AT_ONCE,
        () ->
            (from, to) -> {
              for (int row = from; row < to; row++) {
                for (int c = 0; c < sketch; c++) {
                  float factor = dense[row * sketch + c];
                  Kernels.best().axpy(factor, turn, c * width, result, row * width, width);
                }
              }
            });
    return result;
  }

  /// `U * S^-1`, `sketch x width` row by row.
  private float[] turn(float[] dense, int width) {
    float[] gram = GramMatrix.of(dense, sketch, 1, parallel);
    double[] exact = new double[gram.length];
    for (int cell = 0; cell < gram.length; cell++) {
      exact[cell] = gram[cell];
    }
    SymmetricEigen eigen = SymmetricEigen.of(exact, sketch);
    float[] turn = new float[sketch * width];
    for (int i = 0; i < width; i++) {
      double value = eigen.values()[i];
      double scale = value > NOISE * eigen.values()[0] ? 1 / Math.sqrt(value) : 0;
      for (int c = 0; c < sketch; c++) {
        turn[c * width + i] = (float) (scale * eigen.vectors()[i * sketch + c]);
      }
    }
    return turn;
  }
}
