package dev.akin.learn;

import dev.akin.math.Kernels;
import dev.akin.math.Panel;
import dev.akin.math.Parallel;
import java.util.Arrays;

/// The Gram matrix of one side's factors, in parts whose borders depend on the number of rows only:
/// the sum is the same for every number of threads.
final class GramMatrix {
  static final int MAX_PARTS = 64;
  private static final int PANEL_ROWS = 32;

  private GramMatrix() {}

  /// `weight * sum over rows of row row'`, `k x k`, all cells valid. Costs `rows * k^2 / 2`.
  static float[] of(float[] factors, int k, double weight, Parallel parallel) {
    float[] alike = new float[factors.length / k];
    Arrays.fill(alike, 1);
    return of(factors, alike, k, weight, parallel);
  }

  /// `weight * sum over rows of rowWeight * row row'`, without a weighted copy of the rows.
  static float[] of(float[] factors, float[] rowWeights, int k, double weight, Parallel parallel) {
    int rows = rowWeights.length;
    int grain = Math.max(32 * PANEL_ROWS, Math.ceilDiv(rows, MAX_PARTS));
    float[][] parts = new float[Math.ceilDiv(rows, grain)][];
    parallel.run(
        rows,
        grain,
        () -> (from, to) -> parts[from / grain] = part(factors, rowWeights, k, from, to));
    double[] sum = new double[k * k];
    for (float[] part : parts) {
      Arrays.setAll(sum, cell -> sum[cell] + part[cell]);
    }
    float[] gram = new float[k * k];
    for (int a = 0; a < k; a++) {
      for (int b = a; b < k; b++) {
        gram[a * k + b] = (float) (weight * sum[a * k + b]);
        gram[b * k + a] = gram[a * k + b];
      }
    }
    return gram;
  }

  /// Whole rows with the kernel that the solvers use as well: half of it is done twice, but no
  /// other kernel has to become warm for it.
  private static float[] part(float[] factors, float[] rowWeights, int k, int from, int to) {
    float[] part = new float[k * k];
    float[] column = new float[PANEL_ROWS];
    for (int row = from; row < to; row += PANEL_ROWS) {
      int count = Math.min(PANEL_ROWS, to - row);
      Panel panel = new Panel(factors, row * k, count, k);
      for (int a = 0; a < k; a++) {
        for (int n = 0; n < count; n++) {
          column[n] = rowWeights[row + n] * factors[(row + n) * k + a];
        }
        Kernels.best().addCombination(panel, column, part, a * k);
      }
    }
    return part;
  }
}
