package dev.akin.math;

/// Some rows of a dense row-by-row matrix, picked by number, of which a range of columns counts.
/// Arrays are neither copied nor changed.
///
/// @param values the matrix
/// @param stride its number of columns
/// @param columns which of them count
/// @param indices numbers of rows, of which those of `picked` count
/// @param picked places in `indices`
public record SelectedRows(float[] values, int stride, Span columns, int[] indices, Span picked) {
  /// `from <= index < from + length`.
  public record Span(int from, int length) {
    public Span {
      if (from < 0 || length < 0) {
        throw new IllegalArgumentException("span of " + length + " from " + from);
      }
    }
  }

  public SelectedRows {
    if (columns.from + columns.length > stride || picked.from + picked.length > indices.length) {
      throw new IllegalArgumentException(
          columns + " of " + stride + " columns, " + picked + " of " + indices.length + " rows");
    }
  }

  int count() {
    return picked.length;
  }

  int width() {
    return columns.length;
  }

  /// Where the n-th picked row's first column that counts is.
  int offset(int n) {
    return indices[picked.from + n] * stride + columns.from;
  }
}
