package dev.akin.math;

/// How the int8 rows of a matrix lie in memory so that [Kernels#accumulateScores] reads them fast:
/// in tiles of eight rows, a tile column by column. Eight rows are multiplied and summed side by
/// side, and no sum is taken across a vector; one row still is on few cache lines. The last tile is
/// filled up with rows of zeros.
public final class RowTiles {
  /// Rows of a tile.
  public static final int ROWS = 8;

  private RowTiles() {}

  /// How many bytes some rows take, those that fill up the last tile included.
  ///
  /// @throws IllegalArgumentException if they are too many for an array
  public static int bytes(int rows, int columns) {
    long bytes = ((long) rows + ROWS - 1) / ROWS * ROWS * columns;
    if (bytes > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          rows + " x " + columns + " bytes are too many for an array");
    }
    return (int) bytes;
  }

  /// Where a row begins; its next columns follow every [#ROWS] places.
  public static int begin(int row, int columns) {
    return (row - row % ROWS) * columns + row % ROWS;
  }

  /// Lays rows out.
  ///
  /// @param values row by row
  public static byte[] of(byte[] values, int rows, int columns) {
    byte[] tiles = new byte[bytes(rows, columns)];
    for (int row = 0; row < rows; row++) {
      int at = begin(row, columns);
      for (int c = 0; c < columns; c++, at += ROWS) {
        tiles[at] = values[row * columns + c];
      }
    }
    return tiles;
  }
}
