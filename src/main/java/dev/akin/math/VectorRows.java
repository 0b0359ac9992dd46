package dev.akin.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The kernels of [VectorKernels] that pass over the rows of one system: short loops, one after
/// another, whose sums stay in registers.
final class VectorRows {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_256;
  private static final int LANES = 8;

  private VectorRows() {}

  static void gather(SelectedRows rows, float[] factors, int factorsFrom, float[] panel) {
    float[] values = rows.values();
    int width = rows.width();
    int to = 0;
    for (int n = 0; n < rows.count(); n++) {
      int at = rows.offset(n);
      FloatVector factor = FloatVector.broadcast(FLOATS, factors[factorsFrom + n]);
      int c = 0;
      for (; c <= width - LANES; c += LANES) {
        FloatVector.fromArray(FLOATS, values, at + c).mul(factor).intoArray(panel, to + c);
      }
      for (; c < width; c++) {
        panel[to + c] = factors[factorsFrom + n] * values[at + c];
      }
      to += width;
    }
  }

  static void addCombination(Panel panel, float[] weights, float[] into, int intoFrom) {
    int columns = panel.columns();
    int c = 0;
    for (; c <= columns - 4 * LANES; c += 4 * LANES) {
      addWideStripe(panel, weights, c, into, intoFrom + c);
    }
    for (; c <= columns - LANES; c += LANES) {
      addStripe(panel, weights, c, into, intoFrom + c);
    }
    for (; c < columns; c++) {
      float sum = 0;
      for (int n = 0; n < panel.rows(); n++) {
        sum = Math.fma(weights[n], panel.values()[panel.from() + n * columns + c], sum);
      }
      into[intoFrom + c] += sum;
    }
  }

  /// 32 columns.
  private static void addWideStripe(
      Panel panel, float[] weights, int column, float[] into, int cell) {
    float[] values = panel.values();
    FloatVector sum0 = FloatVector.fromArray(FLOATS, into, cell);
    FloatVector sum1 = FloatVector.fromArray(FLOATS, into, cell + LANES);
    FloatVector sum2 = FloatVector.fromArray(FLOATS, into, cell + 2 * LANES);
    FloatVector sum3 = FloatVector.fromArray(FLOATS, into, cell + 3 * LANES);
    int at = panel.from() + column;
    for (int n = 0; n < panel.rows(); n++) {
      FloatVector weight = FloatVector.broadcast(FLOATS, weights[n]);
      sum0 = FloatVector.fromArray(FLOATS, values, at).fma(weight, sum0);
      sum1 = FloatVector.fromArray(FLOATS, values, at + LANES).fma(weight, sum1);
      sum2 = FloatVector.fromArray(FLOATS, values, at + 2 * LANES).fma(weight, sum2);
      sum3 = FloatVector.fromArray(FLOATS, values, at + 3 * LANES).fma(weight, sum3);
      at += panel.columns();
    }
    sum0.intoArray(into, cell);
    sum1.intoArray(into, cell + LANES);
    sum2.intoArray(into, cell + 2 * LANES);
    sum3.intoArray(into, cell + 3 * LANES);
  }

  /// 8 columns.
  private static void addStripe(Panel panel, float[] weights, int column, float[] into, int cell) {
    float[] values = panel.values();
    FloatVector sum = FloatVector.fromArray(FLOATS, into, cell);
    int at = panel.from() + column;
    for (int n = 0; n < panel.rows(); n++) {
      FloatVector weight = FloatVector.broadcast(FLOATS, weights[n]);
      sum = FloatVector.fromArray(FLOATS, values, at).fma(weight, sum);
      at += panel.columns();
    }
    sum.intoArray(into, cell);
  }

  static boolean finishRow(float[] matrix, int size, int first, int row) {
    int at = row * size;
    int c = row - row % LANES;
    for (; c <= size - 2 * LANES; c += 2 * LANES) {
      subtractWide(matrix, size, first, row, c);
    }
    if (c <= size - LANES) {
      subtractNarrow(matrix, size, first, row, c);
      c += LANES;
    }
    for (int j = Math.max(c, row); j < size; j++) {
      float sum = matrix[at + j];
      for (int above = first; above < row; above++) {
        sum = Math.fma(-matrix[above * size + row], matrix[above * size + j], sum);
      }
      matrix[at + j] = sum;
    }
    float pivot = matrix[at + row];
    if (!(pivot > Float.MIN_NORMAL)) {
      return false;
    }
    scale((float) (1 / Math.sqrt(pivot)), matrix, at, row, size);
    return true;
  }

  private static void scale(float factor, float[] matrix, int at, int row, int size) {
    FloatVector factors = FloatVector.broadcast(FLOATS, factor);
    int c = row - row % LANES;
    for (; c <= size - LANES; c += LANES) {
      FloatVector.fromArray(FLOATS, matrix, at + c).mul(factors).intoArray(matrix, at + c);
    }
    for (int j = Math.max(c, row); j < size; j++) {
      matrix[at + j] *= factor;
    }
  }

  private static void subtractWide(float[] matrix, int size, int first, int row, int column) {
    int at = row * size + column;
    FloatVector near = FloatVector.fromArray(FLOATS, matrix, at);
    FloatVector far = FloatVector.fromArray(FLOATS, matrix, at + LANES);
    int above = first * size;
    for (int n = first; n < row; n++) {
      FloatVector factor = FloatVector.broadcast(FLOATS, -matrix[above + row]);
      near = FloatVector.fromArray(FLOATS, matrix, above + column).fma(factor, near);
      far = FloatVector.fromArray(FLOATS, matrix, above + column + LANES).fma(factor, far);
      above += size;
    }
    near.intoArray(matrix, at);
    far.intoArray(matrix, at + LANES);
  }

  private static void subtractNarrow(float[] matrix, int size, int first, int row, int column) {
    int at = row * size + column;
    FloatVector sum = FloatVector.fromArray(FLOATS, matrix, at);
    int above = first * size;
    for (int n = first; n < row; n++) {
      FloatVector factor = FloatVector.broadcast(FLOATS, -matrix[above + row]);
      sum = FloatVector.fromArray(FLOATS, matrix, above + column).fma(factor, sum);
      above += size;
    }
    sum.intoArray(matrix, at);
  }
}
