package dev.akin.math;

/// A sparse matrix in one int per cell, half of what a [CsrMatrix] takes: the column in the upper
/// bits, and in the lower ones the value as a signed whole number times the scale of its row.
///
/// Values get the bits that columns do not need, 24 at most: an error of at most half a step, that
/// is of `1 / (2^(bits - 1) - 1) / 2` of the largest value of the row: `1 / 32,000` with 100,000
/// columns, `1 / 4,000` with a million. Immutable by convention: the arrays are neither copied nor
/// to be changed.
///
/// Hot loops read the arrays themselves, with `cell >>> bits` for the column and `cell << (32 -
/// bits) >> (32 - bits)` for the whole number.
///
/// @param columns at most [#MOST_COLUMNS]
/// @param starts `rows + 1` ascending offsets into `cells`
/// @param cells in any order within a row
/// @param scales one per row, not negative, and such that every value is finite
public record PackedMatrix(int columns, int[] starts, int[] cells, float[] scales) {
  /// Leaves eight bits for values.
  public static final int MOST_COLUMNS = 1 << 24;

  private static final int MOST_BITS = 24;

  public PackedMatrix {
    if (columns < 0 || columns > MOST_COLUMNS) {
      throw new IllegalArgumentException(columns + " columns; at most " + MOST_COLUMNS + " fit");
    }
    int bits = bits(columns);
    requireRows(starts, cells.length, scales, Float.MAX_VALUE / largestCode(bits));
    for (int cell : cells) {
      if (cell >>> bits >= columns) {
        throw new IllegalArgumentException("column " + (cell >>> bits) + " of " + columns);
      }
    }
  }

  private static void requireRows(int[] starts, int cells, float[] scales, float largest) {
    if (starts.length == 0 || starts[0] != 0 || starts[starts.length - 1] != cells) {
      throw new IllegalArgumentException("starts must run from 0 to " + cells);
    }
    if (scales.length != starts.length - 1) {
      throw new IllegalArgumentException(scales.length + " scales for another number of rows");
    }
    for (int row = 0; row < scales.length; row++) {
      if (starts[row + 1] < starts[row]) {
        throw new IllegalArgumentException("starts descend at row " + row);
      }
      if (!(scales[row] >= 0 && scales[row] <= largest)) {
        throw new IllegalArgumentException("bad scale of row " + row + ": " + scales[row]);
      }
    }
  }

  /// Rounds finite values.
  ///
  /// @param starts as above; not copied
  /// @param indices the column of every cell
  /// @param values the value of every cell
  public static PackedMatrix of(int columns, int[] starts, int[] indices, float[] values) {
    int bits = bits(columns);
    int[] cells = new int[starts[starts.length - 1]];
    float[] scales = new float[starts.length - 1];
    for (int row = 0; row < scales.length; row++) {
      float largest = 0;
      for (int p = starts[row]; p < starts[row + 1]; p++) {
        largest = Math.max(largest, Math.abs(values[p]));
      }
      scales[row] = largest / largestCode(bits);
      for (int p = starts[row]; p < starts[row + 1]; p++) {
        cells[p] = cell(indices[p], values[p], scales[row], bits);
      }
    }
    return new PackedMatrix(columns, starts, cells, scales);
  }

  public static PackedMatrix of(CsrMatrix matrix) {
    return of(matrix.columns(), matrix.starts(), matrix.indices(), matrix.values());
  }

  private static int bits(int columns) {
    return Math.min(MOST_BITS, Integer.numberOfLeadingZeros(Math.max(1, columns - 1)));
  }

  private static int largestCode(int bits) {
    return (1 << (bits - 1)) - 1;
  }

  private static int cell(int column, float value, float scale, int bits) {
    int most = largestCode(bits);
    int code =
        scale > 0 ? (int) Math.clamp(Math.round((double) value / scale), -most, (long) most) : 0;
    return column << bits | code & (1 << bits) - 1;
  }

  public int rows() {
    return scales.length;
  }

  /// How many cells are stored.
  public int size() {
    return cells.length;
  }

  /// How many bits of a cell hold its value.
  public int bits() {
    return bits(columns);
  }

  /// The column of a cell, by its position.
  public int column(int position) {
    return cells[position] >>> bits();
  }

  /// The value of a cell of a row, by its position.
  public float value(int row, int position) {
    int unused = Integer.SIZE - bits();
    return scales[row] * (cells[position] << unused >> unused);
  }

  /// The values of all cells, row by row.
  public float[] values() {
    float[] values = new float[cells.length];
    for (int row = 0; row < rows(); row++) {
      for (int p = starts[row]; p < starts[row + 1]; p++) {
        values[p] = value(row, p);
      }
    }
    return values;
  }

  /// The same cells with rows and columns exchanged, rounded again by the new rows; columns ascend
  /// within them.
  public PackedMatrix transpose() {
    int[] newStarts = new int[columns + 1];
    float[] newScales = new float[columns];
    int newBits = bits(rows());
    for (int row = 0; row < rows(); row++) {
      for (int p = starts[row]; p < starts[row + 1]; p++) {
        newStarts[column(p) + 1]++;
        newScales[column(p)] = Math.max(newScales[column(p)], Math.abs(value(row, p)));
      }
    }
    for (int c = 0; c < columns; c++) {
      newStarts[c + 1] += newStarts[c];
      newScales[c] /= largestCode(newBits);
    }
    int[] next = newStarts.clone();
    int[] newCells = new int[cells.length];
    for (int row = 0; row < rows(); row++) {
      for (int p = starts[row]; p < starts[row + 1]; p++) {
        int column = column(p);
        newCells[next[column]++] = cell(row, value(row, p), newScales[column], newBits);
      }
    }
    return new PackedMatrix(rows(), newStarts, newCells, newScales);
  }
}
