package dev.akin.math;

/// A view of a dense matrix in either order: cell (r, c) is `values[from + r * rowStep + c *
/// columnStep]`. The array is not copied.
public record Strided(float[] values, int from, int rowStep, int columnStep) {
  /// A matrix as it is stored: row by row.
  public static Strided rows(float[] values, int firstRow, int columns) {
    return new Strided(values, firstRow * columns, columns, 1);
  }

  /// The transpose of a matrix that is stored row by row, from its row `firstColumn` on.
  public static Strided transposed(float[] values, int firstColumn, int columns) {
    return new Strided(values, firstColumn * columns, 1, columns);
  }

  /// The same matrix from row `rows` on.
  public Strided skip(int rows) {
    return new Strided(values, from + rows * rowStep, rowStep, columnStep);
  }
}
