package dev.akin.model;

import java.util.Arrays;

/// A dense matrix in one byte per cell: `cell(r, c) ~ scales[r] * values[r * columns + c]`, with
/// values in -127 .. 127. The error of a cell is at most half its row's scale.
///
/// @param values row by row; not copied
/// @param scales one per row, finite and not negative; zero for a row of zeros; not copied
public record QuantizedRows(int rows, int columns, byte[] values, float[] scales) {
  private static final int LARGEST = 127;

  public QuantizedRows {
    if (rows < 0 || columns < 0 || values.length != (long) rows * columns) {
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
    byte[] values = new byte[rows * columns];
    float[] scales = new float[rows];
    for (int row = 0; row < rows; row++) {
      scales[row] = quantizeRow(dense, row * columns, values, columns);
    }
    return new QuantizedRows(rows, columns, values, scales);
  }

  private static float quantizeRow(float[] dense, int from, byte[] values, int columns) {
    float largest = 0;
    for (int p = from; p < from + columns; p++) {
      largest = Math.max(largest, Math.abs(dense[p]));
    }
    float scale = largest / LARGEST;
    if (scale > 0) {
      for (int p = from; p < from + columns; p++) {
        long rounded = Math.round((double) dense[p] / scale);
        values[p] = (byte) Math.clamp(rounded, -LARGEST, LARGEST);
      }
    }
    return scale;
  }

  /// One row as it is meant, written to the first `columns` places.
  public void row(int row, double[] into) {
    double scale = scales[row];
    for (int c = 0; c < columns; c++) {
      into[c] = scale * values[row * columns + c];
    }
  }

  /// One row as it is meant, times a factor, written to the `columns` places from `at` on.
  void row(int row, float factor, float[] into, int at) {
    float scale = factor * scales[row];
    for (int c = 0; c < columns; c++) {
      into[at + c] = scale * values[row * columns + c];
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
      long sum = 0;
      for (int p = r * columns; p < (r + 1) * columns; p++) {
        sum += values[p] * values[p];
      }
      norms[r] = (float) (scales[r] * Math.sqrt(sum));
    }
    return norms;
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
