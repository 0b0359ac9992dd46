package dev.akin.math;

/// The in-place float solver of the many small systems of a training, about as fast as the kernels
/// allow; [SymmetricSystem] is the exact and general one. Not safe for concurrent use.
///
/// `A = U'U` by blocks of rows: the rows of a block are finished one by one, then the rest of the
/// matrix loses their outer products in one go (Golub and Van Loan, "Matrix Computations", 4th
/// edition, section 4.2.6). `n^3 / 3` multiplications.
public final class Cholesky {
  private static final int BLOCK = 16;

  private final Kernels kernels;
  private final int size;
  private final float[] inverses;

  public Cholesky(Kernels kernels, int size) {
    this.kernels = kernels;
    this.size = size;
    inverses = new float[size];
  }

  /// Solves `matrix * x = right`.
  ///
  /// @param matrix `size x size` row by row, of which the upper triangle is read; holds U
  ///   afterwards
  /// @param right the right side, replaced by x
  /// @return false, with unspecified content in both, if the matrix is not positive definite or the
  ///   solution not finite
  public boolean solve(float[] matrix, float[] right) {
    for (int from = 0; from < size; from += BLOCK) {
      int to = Math.min(size, from + BLOCK);
      if (!finishRows(matrix, from, to)) {
        return false;
      }
      Panel panel = new Panel(matrix, from * size, to - from, size);
      kernels.addOuter(panel, -1, to, matrix);
    }
    substitute(matrix, right);
    for (int i = 0; i < size; i++) {
      if (!Float.isFinite(right[i])) {
        return false;
      }
    }
    return true;
  }

  private boolean finishRows(float[] matrix, int from, int to) {
    for (int row = from; row < to; row++) {
      if (!kernels.finishRow(matrix, size, from, row)) {
        return false;
      }
      inverses[row] = 1 / matrix[row * size + row];
    }
    return true;
  }

  private void substitute(float[] upper, float[] right) {
    for (int i = 0; i < size; i++) {
      int row = i * size;
      right[i] *= inverses[i];
      kernels.axpy(-right[i], upper, row + i + 1, right, i + 1, size - i - 1);
    }
    for (int i = size - 1; i >= 0; i--) {
      int row = i * size;
      float known = kernels.dot(upper, row + i + 1, right, i + 1, size - i - 1);
      right[i] = (right[i] - known) * inverses[i];
    }
  }
}
