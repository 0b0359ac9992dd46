package dev.akin.learn;

import dev.akin.math.CsrMatrix;
import dev.akin.math.NeuralTangentKernel;
import dev.akin.math.Parallel;
import dev.akin.math.SymmetricMatrix;

/// A [NeuralTangentKernel] of the cosines of all rows of a sparse matrix with each other.
final class CosineKernel {
  private static final int ROWS_AT_ONCE = 16;

  private CosineKernel() {}

  /// The rows with their columns weighted, each scaled to length 1.
  static CsrMatrix unitRows(CsrMatrix matrix, float[] columnWeights) {
    float[] values = new float[matrix.size()];
    for (int row = 0; row < matrix.rows(); row++) {
      double square = 0;
      for (int p = matrix.starts()[row]; p < matrix.starts()[row + 1]; p++) {
        values[p] = matrix.values()[p] * columnWeights[matrix.indices()[p]];
        square += (double) values[p] * values[p];
      }
      double scale = square > 0 ? 1 / Math.sqrt(square) : 0;
      for (int p = matrix.starts()[row]; p < matrix.starts()[row + 1]; p++) {
        values[p] = (float) (values[p] * scale);
      }
    }
    return new CsrMatrix(
        matrix.rows(), matrix.columns(), matrix.starts(), matrix.indices(), values);
  }

  /// Rows and columns of zeros for rows of zeros. Costs `sum over columns of cells^2 / 2`
  /// multiplications and the kernel of half of all pairs.
  static SymmetricMatrix of(CsrMatrix unitRows, NeuralTangentKernel kernel, Parallel parallel) {
    CsrMatrix byColumn = unitRows.transpose();
    SymmetricMatrix cells = new SymmetricMatrix(unitRows.rows());
    parallel.run(
        unitRows.rows(),
        ROWS_AT_ONCE,
        () ->
            (from, to) -> {
              for (int row = from; row < to; row++) {
                addCosines(row, unitRows, byColumn, cells);
                applyKernel(row, unitRows, kernel, cells);
              }
            });
    cells.mirror(parallel);
    return cells;
  }

  /// On and right of the diagonal.
  private static void addCosines(
      int row, CsrMatrix unitRows, CsrMatrix byColumn, SymmetricMatrix cells) {
    int at = cells.row(row);
    for (int p = unitRows.starts()[row]; p < unitRows.starts()[row + 1]; p++) {
      int column = unitRows.indices()[p];
      float value = unitRows.values()[p];
      for (int q = byColumn.starts()[column + 1] - 1;
          q >= byColumn.starts()[column] && byColumn.indices()[q] >= row;
          q--) {
        cells.cells()[at + byColumn.indices()[q]] += value * byColumn.values()[q];
      }
    }
  }

  private static void applyKernel(
      int row, CsrMatrix unitRows, NeuralTangentKernel kernel, SymmetricMatrix cells) {
    int at = cells.row(row);
    if (isEmpty(unitRows, row)) {
      return;
    }
    cells.cells()[at + row] = 1;
    for (int other = row + 1; other < unitRows.rows(); other++) {
      if (!isEmpty(unitRows, other)) {
        cells.cells()[at + other] = (float) kernel.of(cells.cells()[at + other]);
      }
    }
  }

  private static boolean isEmpty(CsrMatrix matrix, int row) {
    return matrix.starts()[row] == matrix.starts()[row + 1];
  }
}
