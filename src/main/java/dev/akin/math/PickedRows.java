package dev.akin.math;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Some rows of a sparse matrix, copied one after the other. The few columns that occur in them get
/// numbers of their own, so that what is kept for each of them stays in the nearest cache. Takes
/// some eight ints for every cell of the picked rows, however wide the matrix is. Not safe for
/// concurrent use.
public final class PickedRows {
  /// Golden ratio: neighbouring columns get places far apart.
  private static final int SPREAD = 0x9E3779B1;

  private final PackedMatrix matrix;

  /// Numbers plus one, 0 for none, each at the first free place from that of its column on; at most
  /// half of the places are taken.
  private final int[] table;

  /// The columns in the order of their numbers.
  private final int[] columns;

  /// The cells by number; those of the picked row n end before `ends[n]`.
  private final int[] ends;

  private final int[] cells;
  private final float[] values;

  private @Nullable Columns byColumn;

  /// How many columns occur.
  private int size;

  /// @param rows in any order
  public PickedRows(PackedMatrix matrix, int[] rows) {
    this.matrix = matrix;
    ends = new int[rows.length];
    int count = 0;
    for (int n = 0; n < rows.length; n++) {
      count += matrix.starts()[rows[n] + 1] - matrix.starts()[rows[n]];
      ends[n] = count;
    }
    cells = new int[count];
    values = new float[count];
    copy(rows);
    table = new int[Integer.highestOneBit(Math.max(1, count)) << 2];
    columns = Arrays.copyOf(number(rows), size);
  }

  /// The cells of the rows as the matrix holds them. The rows are far apart: read in a loop of
  /// their own they do not wait for each other.
  private void copy(int[] rows) {
    for (int n = 0, at = 0; n < rows.length; at = ends[n++]) {
      System.arraycopy(matrix.cells(), matrix.starts()[rows[n]], cells, at, ends[n] - at);
    }
  }

  /// Numbers the columns of the copied cells.
  ///
  /// @return the columns by number, of which the first `size` are in use
  private int[] number(int[] rows) {
    int bits = matrix.bits();
    int unused = Integer.SIZE - bits;
    int[] found = new int[cells.length];
    for (int n = 0, at = 0; n < rows.length; n++) {
      float scale = matrix.scales()[rows[n]];
      for (; at < ends[n]; at++) {
        int cell = cells[at];
        int place = place(cell >>> bits, found);
        if (table[place] == 0) {
          found[size++] = cell >>> bits;
          table[place] = size;
        }
        cells[at] = table[place] - 1;
        values[at] = scale * (cell << unused >> unused);
      }
    }
    return found;
  }

  /// Where the number of a column is, or would be.
  private int place(int column, int[] byNumber) {
    int place = column * SPREAD >>> Integer.numberOfLeadingZeros(table.length - 1);
    while (table[place] != 0 && byNumber[table[place] - 1] != column) {
      place = place + 1 & table.length - 1;
    }
    return place;
  }

  /// The columns that occur, each once: what is said of them one by one is in this order. Not to be
  /// changed.
  public int[] columns() {
    return columns;
  }

  /// The number of a column in [#columns], or -1 if it does not occur.
  public int number(int column) {
    return table[place(column, columns)] - 1;
  }

  /// Adds what the picked rows have in a column, by its number, times a factor: `into[n] += factor
  /// * value of row n`.
  public void addColumn(int number, float factor, float[] into) {
    Columns all = byColumn();
    for (int p = all.starts[number]; p < all.starts[number + 1]; p++) {
      into[all.rows[p]] += factor * all.values[p];
    }
  }

  /// The weighted sum of the picked rows, by column.
  ///
  /// @param weights one per row
  public float[] combination(float[] weights) {
    float[] sums = new float[columns.length];
    for (int n = 0, at = 0; n < ends.length; n++) {
      for (; at < ends[n]; at++) {
        sums[cells[at]] += weights[n] * values[at];
      }
    }
    return sums;
  }

  /// The product of a row of the matrix with a vector.
  ///
  /// @param vector by column
  public float product(int row, float[] vector) {
    float sum = 0;
    for (int p = matrix.starts()[row]; p < matrix.starts()[row + 1]; p++) {
      int number = number(matrix.column(p));
      sum += number < 0 ? 0 : vector[number] * matrix.value(row, p);
    }
    return sum;
  }

  /// Writes the product of a row of the matrix with each of the picked ones. Costs a look-up for
  /// each cell of the row and a step for each picked row that has its column.
  public void products(int row, float[] into) {
    Arrays.fill(into, 0, ends.length, 0);
    for (int p = matrix.starts()[row]; p < matrix.starts()[row + 1]; p++) {
      int number = number(matrix.column(p));
      if (number >= 0) {
        addColumn(number, matrix.value(row, p), into);
      }
    }
  }

  private Columns byColumn() {
    Columns known = byColumn;
    if (known == null) {
      known = columnsOf();
      byColumn = known;
    }
    return known;
  }

  private Columns columnsOf() {
    int[] starts = new int[size + 1];
    for (int number : cells) {
      starts[number + 1]++;
    }
    for (int number = 0; number < size; number++) {
      starts[number + 1] += starts[number];
    }
    int[] next = Arrays.copyOf(starts, size);
    Columns all = new Columns(starts, new int[cells.length], new float[cells.length]);
    for (int n = 0, at = 0; n < ends.length; n++) {
      for (; at < ends[n]; at++) {
        int to = next[cells[at]]++;
        all.rows[to] = n;
        all.values[to] = values[at];
      }
    }
    return all;
  }

  /// The same cells column by column: made when a column is first asked for.
  ///
  /// @param starts by number, and their end
  private record Columns(int[] starts, int[] rows, float[] values) {}
}
