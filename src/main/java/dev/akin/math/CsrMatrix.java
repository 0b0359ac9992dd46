package dev.akin.math;

/// A sparse matrix in compressed rows. Immutable by convention: the arrays are neither copied nor
/// to be changed.
///
/// @param rows number of rows
/// @param columns number of columns
/// @param starts `rows + 1` offsets into the two following arrays
/// @param indices column numbers, ascending and distinct within a row
/// @param values one per index
public record CsrMatrix(int rows, int columns, int[] starts, int[] indices, float[] values) {
  public CsrMatrix {
    if (starts.length != rows + 1 || starts[rows] > indices.length) {
      throw new IllegalArgumentException("starts must have rows + 1 offsets into indices");
    }
    if (indices.length != values.length) {
      throw new IllegalArgumentException(indices.length + " indices, " + values.length + " values");
    }
  }

  /// How many cells are stored.
  public int size() {
    return starts[rows];
  }

  /// The same cells with rows and columns exchanged; rows of the result are ascending again.
  public CsrMatrix transpose() {
    int[] newStarts = new int[columns + 1];
    for (int p = 0; p < size(); p++) {
      newStarts[indices[p] + 1]++;
    }
    for (int c = 0; c < columns; c++) {
      newStarts[c + 1] += newStarts[c];
    }
    int[] next = newStarts.clone();
    int[] newIndices = new int[size()];
    float[] newValues = new float[size()];
    for (int row = 0; row < rows; row++) {
      for (int p = starts[row]; p < starts[row + 1]; p++) {
        int to = next[indices[p]]++;
        newIndices[to] = row;
        newValues[to] = values[p];
      }
    }
    return new CsrMatrix(columns, rows, newStarts, newIndices, newValues);
  }
}
