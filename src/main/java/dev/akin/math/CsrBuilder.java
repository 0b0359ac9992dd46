package dev.akin.math;

import java.util.Arrays;

/// Collects cells in any order and sums duplicates. The result does not depend on the order in
/// which cells came, not even in the last bit: duplicates are summed in ascending order in double.
public final class CsrBuilder {
  private int[] rows = new int[1024];
  private int[] columns = new int[1024];
  private float[] values = new float[1024];
  private int size;

  /// Adds a finite value to a cell.
  public void add(int row, int column, float value) {
    if (row < 0 || column < 0 || !Float.isFinite(value)) {
      throw new IllegalArgumentException(
          "not a cell: row " + row + ", column " + column + ", value " + value);
    }
    if (size == rows.length) {
      int larger = size + (size >> 1);
      rows = Arrays.copyOf(rows, larger);
      columns = Arrays.copyOf(columns, larger);
      values = Arrays.copyOf(values, larger);
    }
    rows[size] = row;
    columns[size] = column;
    values[size++] = value;
  }

  /// How many cells were added, duplicates counted.
  public int size() {
    return size;
  }

  /// All cells, zero and negative sums included.
  public CsrMatrix build(int rowCount, int columnCount) {
    return build(rowCount, columnCount, Float.NEGATIVE_INFINITY);
  }

  /// The cells whose sum is positive, as training wants them: a return cancels its purchase.
  public CsrMatrix buildPositive(int rowCount, int columnCount) {
    return build(rowCount, columnCount, 0);
  }

  private CsrMatrix build(int rowCount, int columnCount, float above) {
    int[] ends = new int[rowCount + 1];
    long[] cells = cellsByRow(rowCount, columnCount, ends);
    int[] starts = new int[rowCount + 1];
    int[] indices = new int[size];
    float[] sums = new float[size];
    int count = 0;
    int from = 0;
    for (int row = 0; row < rowCount; row++) {
      Arrays.sort(cells, from, ends[row]);
      for (int p = from; p < ends[row]; ) {
        int column = (int) (cells[p] >> 32);
        double sum = 0;
        for (; p < ends[row] && (int) (cells[p] >> 32) == column; p++) {
          sum += value(cells[p]);
        }
        if ((float) sum > above) {
          indices[count] = column;
          sums[count++] = (float) sum;
        }
      }
      from = ends[row];
      starts[row + 1] = count;
    }
    return new CsrMatrix(
        rowCount, columnCount, starts, Arrays.copyOf(indices, count), Arrays.copyOf(sums, count));
  }

  /// Counting sort by row; afterwards `ends[row]` is the end of a row.
  private long[] cellsByRow(int rowCount, int columnCount, int[] ends) {
    for (int p = 0; p < size; p++) {
      if (rows[p] >= rowCount || columns[p] >= columnCount) {
        throw new IllegalArgumentException(
            "cell " + rows[p] + ", " + columns[p] + " outside " + rowCount + " x " + columnCount);
      }
      ends[rows[p] + 1]++;
    }
    for (int row = 0; row < rowCount; row++) {
      ends[row + 1] += ends[row];
    }
    long[] cells = new long[size];
    for (int p = 0; p < size; p++) {
      cells[ends[rows[p]]++] = cell(columns[p], values[p]);
    }
    return cells;
  }

  /// Column and value in one number that sorts by column, then by value.
  private static long cell(int column, float value) {
    int bits = Float.floatToIntBits(value);
    int ordered = bits < 0 ? ~bits : bits ^ Integer.MIN_VALUE;
    return (long) column << 32 | Integer.toUnsignedLong(ordered);
  }

  private static float value(long cell) {
    int ordered = (int) cell;
    return Float.intBitsToFloat(ordered < 0 ? ordered ^ Integer.MIN_VALUE : ~ordered);
  }
}
