package dev.akin.evaluate.metric;

import dev.akin.math.CsrMatrix;

/// `1 - cos(a, b)` of two rows of a matrix, e.g. of the users who have two items, or of what is
/// written about them. A row without values is at distance 1 of every other and 0 of itself.
///
/// Cost of one pair: `O(size(a) + size(b))`. Keeps the matrix, changes nothing; safe for concurrent
/// use.
public final class CosineDistance implements ItemDistance {
  private final CsrMatrix rows;
  private final double[] norms;

  /// @param rows one row per item
  public CosineDistance(CsrMatrix rows) {
    this.rows = rows;
    norms = new double[rows.rows()];
    for (int row = 0; row < norms.length; row++) {
      double sum = 0;
      for (int p = rows.starts()[row]; p < rows.starts()[row + 1]; p++) {
        sum += (double) rows.values()[p] * rows.values()[p];
      }
      norms[row] = Math.sqrt(sum);
    }
  }

  @Override
  public double between(int a, int b) {
    if (a == b) {
      return 0;
    }
    double norm = norms[a] * norms[b];
    return norm == 0 ? 1 : Math.max(0, 1 - product(a, b) / norm);
  }

  private double product(int a, int b) {
    double sum = 0;
    int p = rows.starts()[a];
    int q = rows.starts()[b];
    while (p < rows.starts()[a + 1] && q < rows.starts()[b + 1]) {
      int order = Integer.compare(rows.indices()[p], rows.indices()[q]);
      if (order == 0) {
        sum += (double) rows.values()[p] * rows.values()[q];
      }
      p += order <= 0 ? 1 : 0;
      q += order >= 0 ? 1 : 0;
    }
    return sum;
  }
}
