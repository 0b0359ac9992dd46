package dev.akin.math;

/// A dense matrix row by row. Immutable by convention: the array is not copied.
///
/// @param values `rows * columns` numbers
public record DenseMatrix(float[] values, int rows, int columns) {
  private static final int TILE = 32;

  public DenseMatrix {
    if (rows < 0 || columns < 0 || values.length != (long) rows * columns) {
      throw new IllegalArgumentException(values.length + " values for " + rows + " x " + columns);
    }
  }

  /// A matrix of zeros.
  public static DenseMatrix zeros(int rows, int columns) {
    return new DenseMatrix(new float[Math.multiplyExact(rows, columns)], rows, columns);
  }

  /// The matrix from a row on, as the left side of a product.
  public Strided from(int row) {
    return Strided.rows(values, row, columns);
  }

  /// A copy with rows and columns exchanged, tile by tile to spare the caches.
  public DenseMatrix transposed() {
    float[] turned = new float[values.length];
    for (int top = 0; top < rows; top += TILE) {
      for (int left = 0; left < columns; left += TILE) {
        turnTile(top, left, turned);
      }
    }
    return new DenseMatrix(turned, columns, rows);
  }

  private void turnTile(int top, int left, float[] turned) {
    for (int row = top; row < Math.min(rows, top + TILE); row++) {
      for (int column = left; column < Math.min(columns, left + TILE); column++) {
        turned[column * rows + row] = values[row * columns + column];
      }
    }
  }
}
