package dev.akin.learn;

import dev.akin.math.Cholesky;
import dev.akin.math.CsrMatrix;
import dev.akin.math.Kernels;
import dev.akin.math.Panel;
import dev.akin.math.Parallel;
import dev.akin.math.SingularMatrixException;
import dev.akin.model.FoldIn;
import java.util.Arrays;

/// Solves rows of a half-step, block of factors by block of factors. One block that holds all
/// factors is the exact solution; several are one Newton step each, with the others held.
///
/// For a row x with seen items i and predictions `p_i = x . y_i`, block B moves by the solution d
/// of `(alpha0 G_BB + r I + sum of c_i y_iB y_iB') d = sum of c_i (1 - p_i) y_iB - alpha0 G_B x - r
/// x_B` (Rendle et al., "iALS++", 2021, section 3.2). Owns its scratch arrays: one object per
/// thread.
final class RowSolver implements Parallel.Worker {
  private static final int PANEL_ROWS = 64;

  private final Kernels kernels = Kernels.best();
  private final HalfStep step;
  private final FoldIn foldIn;
  private final int blockSize;
  private final boolean exact;
  private final float[] panel;
  private final float[] matrix;
  private final float[] right;
  private float[] predictions = new float[PANEL_ROWS];

  RowSolver(HalfStep step, FoldIn foldIn, int blockSize) {
    this.step = step;
    this.foldIn = foldIn;
    this.blockSize = Math.min(blockSize, step.factors());
    exact = this.blockSize == step.factors();
    panel = new float[PANEL_ROWS * this.blockSize];
    matrix = new float[this.blockSize * this.blockSize];
    right = new float[this.blockSize];
  }

  @Override
  public void run(int from, int to) {
    for (int row = from; row < to; row++) {
      solve(row);
    }
  }

  private void solve(int row) {
    CsrMatrix seen = step.matrix();
    int k = step.factors();
    int start = seen.starts()[row];
    int end = seen.starts()[row + 1];
    double weight = 0;
    for (int p = start; p < end; p++) {
      weight += seen.values()[p];
    }
    predictions = predictions.length < end - start ? new float[end - start] : predictions;
    if (exact || start == end) {
      Arrays.fill(step.target(), row * k, (row + 1) * k, 0);
      Arrays.fill(predictions, 0, end - start, 0);
    } else {
      predict(row);
    }
    float ridge = (float) foldIn.ridge(weight);
    for (int block = 0; block < k && start < end; block += blockSize) {
      improve(row, block, Math.min(blockSize, k - block), ridge);
    }
  }

  private void predict(int row) {
    CsrMatrix seen = step.matrix();
    int k = step.factors();
    int start = seen.starts()[row];
    for (int p = start; p < seen.starts()[row + 1]; p++) {
      predictions[p - start] =
          kernels.dot(step.target(), row * k, step.fixed(), seen.indices()[p] * k, k);
    }
  }

  private void improve(int row, int block, int width, float ridge) {
    beginSystem(row, block, width, ridge);
    int end = step.matrix().starts()[row + 1];
    for (int p = step.matrix().starts()[row]; p < end; p += PANEL_ROWS) {
      int count = Math.min(PANEL_ROWS, end - p);
      gather(row, p, count, block, width);
      kernels.addOuter(new Panel(panel, 0, count, width), 1, 0, matrix);
    }
    if (!new Cholesky(kernels, width).solve(matrix, right)) {
      throw new SingularMatrixException(
          "no finite solution for row "
              + row
              + " with "
              + (end - step.matrix().starts()[row])
              + " interactions; raise regularization or bound the strengths");
    }
    kernels.axpy(1, right, 0, step.target(), row * step.factors() + block, width);
    if (!exact) {
      updatePredictions(row, block, width);
    }
  }

  /// Everything that does not depend on the seen items.
  private void beginSystem(int row, int block, int width, float ridge) {
    int k = step.factors();
    float[] x = step.target();
    for (int c = 0; c < width; c++) {
      int gramRow = (block + c) * k;
      System.arraycopy(step.gram(), gramRow + block, matrix, c * width, width);
      matrix[c * width + c] += ridge;
      right[c] =
          exact
              ? 0
              : -kernels.dot(step.gram(), gramRow, x, row * k, k) - ridge * x[row * k + block + c];
    }
  }

  /// Fills the panel with `sqrt(c_i) y_iB`, so that its outer products carry the weight, and adds
  /// to the right side.
  private void gather(int row, int first, int count, int block, int width) {
    CsrMatrix seen = step.matrix();
    float[] fixed = step.fixed();
    for (int n = 0; n < count; n++) {
      int source = seen.indices()[first + n] * step.factors() + block;
      float root = (float) Math.sqrt(seen.values()[first + n]);
      for (int c = 0; c < width; c++) {
        panel[n * width + c] = root * fixed[source + c];
      }
      float error = 1 - predictions[first + n - seen.starts()[row]];
      kernels.axpy(root * error, panel, n * width, right, 0, width);
    }
  }

  private void updatePredictions(int row, int block, int width) {
    CsrMatrix seen = step.matrix();
    int start = seen.starts()[row];
    for (int p = start; p < seen.starts()[row + 1]; p++) {
      int source = seen.indices()[p] * step.factors() + block;
      predictions[p - start] += kernels.dot(right, 0, step.fixed(), source, width);
    }
  }
}
