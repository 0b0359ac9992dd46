package dev.akin.math;

/// Some rows of a wide matrix, cut into tiles of [#WIDTH] columns so that a product of two tiles
/// reads memory from front to back. Tile t holds, row by row, the columns `t * WIDTH .. t * WIDTH +
/// WIDTH - 1`.
///
/// @param values `tiles * depth * WIDTH` numbers; not copied
/// @param tiles how many tiles lie side by side
/// @param depth how many rows
public record TiledPanel(float[] values, int tiles, int depth) {
  public static final int WIDTH = 16;

  public TiledPanel {
    if (tiles < 0 || depth < 0 || values.length != (long) tiles * depth * WIDTH) {
      throw new IllegalArgumentException(
          values.length + " values for " + tiles + " tiles of depth " + depth);
    }
  }

  /// How many columns the tiles have together, and the row length of the matrix they update.
  public int columns() {
    return tiles * WIDTH;
  }

  int from(int tile) {
    return tile * depth * WIDTH;
  }
}
