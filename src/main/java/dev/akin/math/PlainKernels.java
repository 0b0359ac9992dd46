package dev.akin.math;

import java.util.Arrays;

/// The kernels as plain loops: the reference for [VectorKernels] and the fall-back without it.
final class PlainKernels implements Kernels {
  @Override
  public float dot(float[] a, int aFrom, float[] b, int bFrom, int length) {
    float even = 0;
    float odd = 0;
    int i = 0;
    for (; i + 1 < length; i += 2) {
      even += a[aFrom + i] * b[bFrom + i];
      odd += a[aFrom + i + 1] * b[bFrom + i + 1];
    }
    if (i < length) {
      even += a[aFrom + i] * b[bFrom + i];
    }
    return even + odd;
  }

  @Override
  public void axpy(float factor, float[] x, int xFrom, float[] into, int intoFrom, int length) {
    for (int i = 0; i < length; i++) {
      into[intoFrom + i] += factor * x[xFrom + i];
    }
  }

  @Override
  public void addOuter(Panel panel, float sign, int first, float[] gram) {
    float[] values = panel.values();
    int k = panel.columns();
    for (int n = 0; n < panel.rows(); n++) {
      int row = panel.from() + n * k;
      for (int a = first; a < k; a++) {
        axpy(sign * values[row + a], values, row + a, gram, a * k + a, k - a);
      }
    }
  }

  @Override
  public void addProduct(Strided left, int rows, Panel right, float[] into, int intoFrom) {
    int columns = right.columns();
    float[] sums = new float[columns];
    for (int row = 0; row < rows; row++) {
      Arrays.fill(sums, 0);
      int factor = left.from() + row * left.rowStep();
      for (int n = 0; n < right.rows(); n++) {
        axpy(left.values()[factor], right.values(), right.from() + n * columns, sums, 0, columns);
        factor += left.columnStep();
      }
      axpy(1, sums, 0, into, intoFrom + row * columns, columns);
    }
  }

  @Override
  public void subtractTile(TiledPanel panel, int leftTile, int rightTile, float[] matrix) {
    int width = TiledPanel.WIDTH;
    int corner = leftTile * width * panel.columns() + rightTile * width;
    for (int n = 0; n < panel.depth(); n++) {
      int left = panel.from(leftTile) + n * width;
      int right = panel.from(rightTile) + n * width;
      for (int a = 0; a < width; a++) {
        float factor = -panel.values()[left + a];
        axpy(factor, panel.values(), right, matrix, corner + a * panel.columns(), width);
      }
    }
  }

  @Override
  public void gather(SelectedRows rows, float[] factors, int factorsFrom, float[] panel) {
    for (int n = 0; n < rows.count(); n++) {
      int at = rows.offset(n);
      for (int c = 0; c < rows.width(); c++) {
        panel[n * rows.width() + c] = factors[factorsFrom + n] * rows.values()[at + c];
      }
    }
  }

  @Override
  public void addProducts(SelectedRows rows, float[] x, int xFrom, float[] into) {
    for (int n = 0; n < rows.count(); n++) {
      into[n] += dot(x, xFrom, rows.values(), rows.offset(n), rows.width());
    }
  }

  @Override
  public void addCombination(Panel panel, float[] weights, float[] into, int intoFrom) {
    for (int n = 0; n < panel.rows(); n++) {
      int row = panel.from() + n * panel.columns();
      axpy(weights[n], panel.values(), row, into, intoFrom, panel.columns());
    }
  }

  @Override
  public void addErrors(SelectedRows rows, float[] weights, float[] x, float target, float[] into) {
    for (int n = 0; n < rows.count(); n++) {
      float error = dot(x, 0, rows.values(), rows.offset(n), rows.width()) - target;
      float factor = weights[rows.picked().from() + n] * error;
      axpy(factor, rows.values(), rows.offset(n), into, 0, rows.width());
    }
  }

  @Override
  public boolean finishRow(float[] matrix, int size, int first, int row) {
    int diagonal = row * size + row;
    for (int above = first * size; above < row * size; above += size) {
      axpy(-matrix[above + row], matrix, above + row, matrix, diagonal, size - row);
    }
    float pivot = matrix[diagonal];
    if (!(pivot > Float.MIN_NORMAL)) {
      return false;
    }
    float factor = (float) (1 / Math.sqrt(pivot));
    for (int c = 0; c < size - row; c++) {
      matrix[diagonal + c] *= factor;
    }
    return true;
  }

  @Override
  public void accumulateScores(byte[] tiles, float[] scales, QuantizedQuery query, float[] into) {
    accumulateScores(tiles, scales, query, into, 0);
  }

  /// The same from one tile on.
  void accumulateScores(
      byte[] tiles, float[] scales, QuantizedQuery query, float[] into, int from) {
    int[] sums = new int[RowTiles.ROWS];
    for (int first = from; first < into.length; first += RowTiles.ROWS) {
      Arrays.fill(sums, 0);
      int at = first * query.values().length;
      for (int value : query.values()) {
        for (int lane = 0; lane < RowTiles.ROWS; lane++) {
          sums[lane] += tiles[at + lane] * value;
        }
        at += RowTiles.ROWS;
      }
      int rows = Math.min(RowTiles.ROWS, into.length - first);
      for (int lane = 0; lane < rows; lane++) {
        into[first + lane] += scales[first + lane] * (query.scale() * sums[lane]);
      }
    }
  }
}
