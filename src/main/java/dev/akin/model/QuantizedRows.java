package dev.akin.model;

import dev.akin.math.RowTiles;
import java.util.Arrays;

/// A dense matrix in one byte per cell: `cell(r, c) ~ scales[r] * int8(r, c)`, with int8 in -127 ..
/// 127. The error of a cell is at most half its row's scale.
///
/// @param values the int8 as [RowTiles] lays them out; not copied
/// @param scales one per row, finite and not negative; zero for a row of zeros; not copied
public record QuantizedRows(int rows, int columns, byte[] values, float[] scales) {
  private static final int LARGEST = 127;

  public QuantizedRows {
    if (rows < 0 || columns < 0 || values.length != RowTiles.bytes(rows, columns)) {
      throw new IllegalArgumentException(values.length + " values for " + rows + " x " + columns);
    }
    if (scales.length != rows) {
      throw new IllegalArgumentException(scales.length + " scales for " + rows + " rows");
    }
    for (float scale : scales) {
      if (!(scale >= 0 && scale < Float.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("scale must be finite, not negative, was " + scale);
      }
    }
  }

  /// Rounds a dense row-by-row matrix of finite values; keeps no reference to it.
  public static QuantizedRows of(float[] dense, int rows, int columns) {
    byte[] values = new byte[RowTiles.bytes(rows, columns)];
    float[] scales = new float[rows];
    for (int row = 0; row < rows; row++) {
      scales[row] = scale(dense, row * columns, columns);
      int at = RowTiles.begin(row, columns);
      for (int c = 0; c < columns && scales[row] > 0; c++, at += RowTiles.ROWS) {
        long rounded = Math.round((double) dense[row * columns + c] / scales[row]);
        values[at] = (byte) Math.clamp(rounded, -LARGEST, LARGEST);
      }
    }
    return new QuantizedRows(rows, columns, values, scales);
  }

  private static float scale(float[] dense, int from, int columns) {
    float largest = 0;
    for (int p = from; p < from + columns; p++) {
      largest = Math.max(largest, Math.abs(dense[p]));
    }
    return largest / LARGEST;
  }

  /// The int8 of a row, in a new array.
  public int[] whole(int row) {
    int[] whole = new int[columns];
    for (int c = 0, at = RowTiles.begin(row, columns); c < columns; c++, at += RowTiles.ROWS) {
      whole[c] = values[at];
    }
    return whole;
  }

  /// Some rows, in the order in which they are asked for.
  public QuantizedRows pick(int[] picked) {
    byte[] cells = new byte[RowTiles.bytes(picked.length, columns)];
    float[] factors = new float[picked.length];
    for (int n = 0; n < picked.length; n++) {
      factors[n] = scales[picked[n]];
      int from = RowTiles.begin(picked[n], columns);
      int to = RowTiles.begin(n, columns);
      for (int c = 0; c < columns; c++) {
        cells[to + c * RowTiles.ROWS] = values[from + c * RowTiles.ROWS];
      }
    }
    return new QuantizedRows(picked.length, columns, cells, factors);
  }

  /// One row as it is meant, written to the first `columns` places.
  public void row(int row, double[] into) {
    double scale = scales[row];
    for (int c = 0, at = RowTiles.begin(row, columns); c < columns; c++, at += RowTiles.ROWS) {
      into[c] = scale * values[at];
    }
  }

  /// One row as it is meant, times a factor, written to the `columns` places from `at` on.
  void row(int row, float factor, float[] into, int at) {
    float scale = factor * scales[row];
    int from = RowTiles.begin(row, columns);
    for (int c = 0; c < columns; c++) {
      into[at + c] = scale * values[from + c * RowTiles.ROWS];
    }
  }

  /// `sum over rows r of weights[r] * r r'` of the matrix as it is meant: `columns x columns`,
  /// symmetric. Costs `rows * columns^2 / 2`.
  public double[] gram(float[] weights) {
    double[] gram = new double[columns * columns];
    double[] row = new double[columns];
    for (int r = 0; r < rows; r++) {
      row(r, row);
      for (int a = 0; a < columns; a++) {
        for (int b = a; b < columns; b++) {
          gram[a * columns + b] += weights[r] * row[a] * row[b];
        }
      }
    }
    for (int a = 0; a < columns; a++) {
      for (int b = 0; b < a; b++) {
        gram[a * columns + b] = gram[b * columns + a];
      }
    }
    return gram;
  }

  /// The Euclidean length of every row.
  public float[] norms() {
    float[] norms = new float[rows];
    for (int r = 0; r < rows; r++) {
      norms[r] = (float) (scales[r] * Math.sqrt(square(r)));
    }
    return norms;
  }

  /// The sum of the squares of a row's int8.
  public long square(int row) {
    long sum = 0;
    for (int c = 0, at = RowTiles.begin(row, columns); c < columns; c++, at += RowTiles.ROWS) {
      sum += values[at] * values[at];
    }
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof QuantizedRows that
        && columns == that.columns
        && Arrays.equals(values, that.values)
        && Arrays.equals(scales, that.scales);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(values) + Arrays.hashCode(scales);
  }
}
