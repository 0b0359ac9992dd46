package dev.akin.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The product of two dense matrices on the Vector API, in tiles whose sums stay in registers.
final class VectorProduct {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_256;
  private static final int LANES = 8;
  private static final int TILE_ROWS = 4;

  private VectorProduct() {}

  static void add(Strided left, int rows, Panel right, float[] into, int intoFrom) {
    int columns = right.columns();
    int row = 0;
    for (; row + TILE_ROWS <= rows; row += TILE_ROWS) {
      Strided tile = left.skip(row);
      int cell = intoFrom + row * columns;
      int c = 0;
      for (; c + 2 * LANES <= columns; c += 2 * LANES) {
        addTile(tile, right, c, into, cell + c);
      }
      for (int r = 0; r < TILE_ROWS; r++) {
        addRow(left.skip(row + r), right, c, into, cell + r * columns);
      }
    }
    for (; row < rows; row++) {
      addRow(left.skip(row), right, 0, into, intoFrom + row * columns);
    }
  }

  /// 4 x 16 cells.
  private static void addTile(Strided tile, Panel right, int column, float[] into, int cell) {
    float[] factors = tile.values();
    float[] values = right.values();
    int columns = right.columns();
    int step = tile.rowStep();
    FloatVector left0 = FloatVector.zero(FLOATS);
    FloatVector left1 = FloatVector.zero(FLOATS);
    FloatVector left2 = FloatVector.zero(FLOATS);
    FloatVector left3 = FloatVector.zero(FLOATS);
    FloatVector right0 = FloatVector.zero(FLOATS);
    FloatVector right1 = FloatVector.zero(FLOATS);
    FloatVector right2 = FloatVector.zero(FLOATS);
    FloatVector right3 = FloatVector.zero(FLOATS);
    int at = right.from() + column;
    int factor = tile.from();
    for (int n = 0; n < right.rows(); n++) {
      FloatVector near = FloatVector.fromArray(FLOATS, values, at);
      FloatVector far = FloatVector.fromArray(FLOATS, values, at + LANES);
      FloatVector factor0 = FloatVector.broadcast(FLOATS, factors[factor]);
      left0 = near.fma(factor0, left0);
      right0 = far.fma(factor0, right0);
      FloatVector factor1 = FloatVector.broadcast(FLOATS, factors[factor + step]);
      left1 = near.fma(factor1, left1);
      right1 = far.fma(factor1, right1);
      FloatVector factor2 = FloatVector.broadcast(FLOATS, factors[factor + 2 * step]);
      left2 = near.fma(factor2, left2);
      right2 = far.fma(factor2, right2);
      FloatVector factor3 = FloatVector.broadcast(FLOATS, factors[factor + 3 * step]);
      left3 = near.fma(factor3, left3);
      right3 = far.fma(factor3, right3);
      at += columns;
      factor += tile.columnStep();
    }
    store(left0, into, cell);
    store(right0, into, cell + LANES);
    store(left1, into, cell + columns);
    store(right1, into, cell + columns + LANES);
    store(left2, into, cell + 2 * columns);
    store(right2, into, cell + 2 * columns + LANES);
    store(left3, into, cell + 3 * columns);
    store(right3, into, cell + 3 * columns + LANES);
  }

  /// One row from a column on: what is left beside and below the tiles.
  private static void addRow(Strided row, Panel right, int column, float[] into, int cell) {
    int columns = right.columns();
    int c = column;
    for (; c + LANES <= columns; c += LANES) {
      FloatVector sum = FloatVector.zero(FLOATS);
      int at = right.from() + c;
      int factor = row.from();
      for (int n = 0; n < right.rows(); n++) {
        FloatVector factors = FloatVector.broadcast(FLOATS, row.values()[factor]);
        sum = FloatVector.fromArray(FLOATS, right.values(), at).fma(factors, sum);
        at += columns;
        factor += row.columnStep();
      }
      store(sum, into, cell + c);
    }
    for (; c < columns; c++) {
      float sum = 0;
      int at = right.from() + c;
      int factor = row.from();
      for (int n = 0; n < right.rows(); n++) {
        sum = Math.fma(row.values()[factor], right.values()[at], sum);
        at += columns;
        factor += row.columnStep();
      }
      into[cell + c] += sum;
    }
  }

  private static void store(FloatVector sum, float[] into, int cell) {
    sum.add(FloatVector.fromArray(FLOATS, into, cell)).intoArray(into, cell);
  }
}
