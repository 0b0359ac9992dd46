package dev.akin.learn;

import dev.akin.math.Cholesky;
import dev.akin.math.Kernels;
import dev.akin.math.Panel;
import dev.akin.math.Parallel;
import dev.akin.math.SelectedRows;
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
  static final int PANEL_ROWS = 128;

  private final Kernels kernels = Kernels.best();
  private final HalfStep step;
  private final FoldIn foldIn;
  private final int blockSize;
  private final boolean exact;
  private final float[] panel;
  private final float[] matrix;
  private final float[] right;
  private final float[] errors = new float[PANEL_ROWS];
  private float[] roots = {};
  private float[] predictions = {};

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
    int k = step.factors();
    int start = step.matrix().starts()[row];
    int count = step.matrix().starts()[row + 1] - start;
    if (exact || count == 0) {
      Arrays.fill(step.target(), row * k, (row + 1) * k, 0);
    }
    if (count == 0) {
      return;
    }
    double weight = begin(start, count);
    if (!exact) {
      kernels.addProducts(rows(0, k, start, count), step.target(), row * k, predictions);
    }
    float ridge = (float) foldIn.ridge(weight);
    for (int block = 0; block < k; block += blockSize) {
      improve(row, block, Math.min(blockSize, k - block), ridge);
    }
  }

  /// Makes room for a row and returns the sum of its strengths.
  private double begin(int start, int count) {
    if (roots.length < count) {
      roots = new float[count + count / 2];
      predictions = new float[roots.length];
    }
    Arrays.fill(predictions, 0, count, 0);
    double weight = 0;
    for (int n = 0; n < count; n++) {
      float strength = step.matrix().values()[start + n];
      weight += strength;
      roots[n] = (float) Math.sqrt(strength);
    }
    return weight;
  }

  private SelectedRows rows(int block, int width, int from, int count) {
    return new SelectedRows(
        step.fixed(),
        step.factors(),
        new SelectedRows.Span(block, width),
        step.matrix().indices(),
        new SelectedRows.Span(from, count));
  }

  private void improve(int row, int block, int width, float ridge) {
    int start = step.matrix().starts()[row];
    int count = step.matrix().starts()[row + 1] - start;
    beginSystem(row, block, width, ridge);
    for (int first = 0; first < count; first += PANEL_ROWS) {
      addSeen(rows(block, width, start + first, Math.min(PANEL_ROWS, count - first)), first);
    }
    if (!new Cholesky(kernels, width).solve(matrix, right)) {
      throw new SingularMatrixException(
          "no finite solution for row "
              + row
              + " with "
              + count
              + " interactions; raise regularization or bound the strengths");
    }
    kernels.axpy(1, right, 0, step.target(), row * step.factors() + block, width);
    if (block + width < step.factors()) {
      kernels.addProducts(rows(block, width, start, count), right, 0, predictions);
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

  /// Adds some seen items to both sides. The panel holds `sqrt(c_i) y_iB`, so that its outer
  /// products carry the weight.
  private void addSeen(SelectedRows seen, int first) {
    int count = seen.picked().length();
    for (int n = 0; n < count; n++) {
      errors[n] = roots[first + n] * (1 - predictions[first + n]);
    }
    kernels.gather(seen, roots, first, panel);
    Panel rows = new Panel(panel, 0, count, seen.columns().length());
    kernels.addCombination(rows, errors, right, 0);
    kernels.addOuter(rows, 1, 0, matrix);
  }
}
