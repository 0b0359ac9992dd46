package dev.akin.math;

import java.util.Arrays;

/// Some rows of a sparse matrix, copied one after the other. The few columns that occur in them get
/// numbers of their own, so that what is kept for each of them stays in the nearest cache. Takes an
/// int for every column of the matrix. Not safe for concurrent use.
public final class PickedRows {
  private final PackedMatrix matrix;

  /// Of every column its number plus one, 0 for none.
  private final int[] numbers;

  /// The columns in the order of their numbers.
  private final int[] columns;

  /// The cells by number; those of the picked row n end before `ends[n]`.
  private final int[] ends;

  private final int[] cells;
  private final float[] values;

  /// What the row that is asked for has in each column; zero between two questions.
  private final float[] wanted;

  /// @param rows in any order
  public PickedRows(PackedMatrix matrix, int[] rows) {
    this.matrix = matrix;
    numbers = new int[matrix.columns()];
    ends = new int[rows.length];
    int count = 0;
    for (int n = 0; n < rows.length; n++) {
      count += matrix.starts()[rows[n] + 1] - matrix.starts()[rows[n]];
      ends[n] = count;
    }
    cells = new int[count];
    values = new float[count];
    int[] found = new int[count];
    int size = 0;
    for (int n = 0, at = 0; n < rows.length; n++) {
      for (int p = matrix.starts()[rows[n]]; at < ends[n]; p++, at++) {
        int column = matrix.column(p);
        if (numbers[column] == 0) {
          found[size++] = column;
          numbers[column] = size;
        }
        cells[at] = numbers[column] - 1;
        values[at] = matrix.value(rows[n], p);
      }
    }
    columns = Arrays.copyOf(found, size);
    wanted = new float[size];
  }

  /// The columns that occur, each once: what is said of them one by one is in this order. Not to be
  /// changed.
  public int[] columns() {
    return columns;
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
      int number = numbers[matrix.column(p)] - 1;
      sum += number < 0 ? 0 : vector[number] * matrix.value(row, p);
    }
    return sum;
  }

  /// Writes the product of a row of the matrix with each of the picked ones.
  public void products(int row, float[] into) {
    Arrays.fill(into, 0, ends.length, 0);
    if (!spread(row)) {
      return;
    }
    for (int n = 0, at = 0; n < ends.length; n++) {
      float sum = 0;
      for (; at < ends[n]; at++) {
        sum += values[at] * wanted[cells[at]];
      }
      into[n] = sum;
    }
    Arrays.fill(wanted, 0);
  }

  /// Whether the row has a column that occurs.
  private boolean spread(int row) {
    boolean any = false;
    for (int p = matrix.starts()[row]; p < matrix.starts()[row + 1]; p++) {
      int number = numbers[matrix.column(p)] - 1;
      if (number >= 0) {
        wanted[number] = matrix.value(row, p);
        any = true;
      }
    }
    return any;
  }
}
