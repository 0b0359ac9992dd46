package dev.akin.math;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// The kernels on the Vector API. Linking it fails where the module `jdk.incubator.vector` is
/// absent. Species are fixed at 256 bits, which every machine we run on has; the vector code stays
/// in static methods of this class, or the compilers box vectors and it turns slow.
final class VectorKernels implements Kernels {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_256;
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_256;
  private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_64;
  private static final VectorShuffle<Float> SWAP_HALVES =
      VectorShuffle.fromValues(FLOATS, 4, 5, 6, 7, 0, 1, 2, 3);
  private static final VectorShuffle<Float> SWAP_QUARTERS =
      VectorShuffle.fromValues(FLOATS, 2, 3, 0, 1, 6, 7, 4, 5);
  private static final PlainKernels PLAIN = new PlainKernels();
  private static final int LANES = RowTiles.ROWS;
  private static final int TILE_ROWS = 4;

  @Override
  public float dot(float[] a, int aFrom, float[] b, int bFrom, int length) {
    return sumOfProducts(a, aFrom, b, bFrom, length);
  }

  @Override
  public void axpy(float factor, float[] x, int xFrom, float[] into, int intoFrom, int length) {
    addScaled(factor, x, xFrom, into, intoFrom, length);
  }

  @Override
  public void addOuter(Panel panel, float sign, int first, float[] gram) {
    int k = panel.columns();
    int vectorColumns = k - k % LANES;
    int a = first;
    for (; a + TILE_ROWS <= k; a += TILE_ROWS) {
      int b = a - a % LANES;
      for (; b + 2 * LANES <= k; b += 2 * LANES) {
        wideTile(panel, sign, a, b, gram);
      }
      if (b + LANES <= k) {
        narrowTile(panel, sign, a, b, gram);
      }
      for (int row = a; row < a + TILE_ROWS; row++) {
        scalarCells(panel, sign, row, Math.max(row, vectorColumns), gram);
      }
    }
    for (; a < k; a++) {
      scalarCells(panel, sign, a, a, gram);
    }
  }

  @Override
  public void addProduct(Strided left, int rows, Panel right, float[] into, int intoFrom) {
    VectorProduct.add(left, rows, right, into, intoFrom);
  }

  @Override
  public void subtractTile(TiledPanel panel, int leftTile, int rightTile, float[] matrix) {
    int corner = leftTile * TiledPanel.WIDTH * panel.columns() + rightTile * TiledPanel.WIDTH;
    for (int a = 0; a < TiledPanel.WIDTH; a += TILE_ROWS) {
      int left = panel.from(leftTile) + a;
      int cell = corner + a * panel.columns();
      subtractRows(panel, left, panel.from(rightTile), matrix, cell);
    }
  }

  @Override
  public void gather(SelectedRows rows, float[] factors, int factorsFrom, float[] panel) {
    VectorRows.gather(rows, factors, factorsFrom, panel);
  }

  @Override
  public void addProducts(SelectedRows rows, float[] x, int xFrom, float[] into) {
    for (int n = 0; n < rows.count(); n++) {
      into[n] += sumOfProducts(x, xFrom, rows.values(), rows.offset(n), rows.width());
    }
  }

  @Override
  public void addCombination(Panel panel, float[] weights, float[] into, int intoFrom) {
    VectorRows.addCombination(panel, weights, into, intoFrom);
  }

  @Override
  public void addErrors(SelectedRows rows, float[] weights, float[] x, float target, float[] into) {
    VectorErrors.add(rows, weights, x, target, into);
  }

  @Override
  public boolean finishRow(float[] matrix, int size, int first, int row) {
    return VectorRows.finishRow(matrix, size, first, row);
  }

  @Override
  public void accumulateScores(byte[] tiles, float[] scales, QuantizedQuery query, float[] into) {
    int whole = into.length - into.length % LANES;
    for (int row = 0; row < whole; row += LANES) {
      accumulateEight(tiles, scales, query.values(), query.scale(), into, row);
    }
    PLAIN.accumulateScores(tiles, scales, query, into, whole);
  }

  private static float sumOfProducts(float[] a, int aFrom, float[] b, int bFrom, int length) {
    FloatVector even = FloatVector.zero(FLOATS);
    FloatVector odd = FloatVector.zero(FLOATS);
    int i = 0;
    for (; i <= length - 2 * LANES; i += 2 * LANES) {
      even = vector(a, aFrom + i).fma(vector(b, bFrom + i), even);
      odd = vector(a, aFrom + i + LANES).fma(vector(b, bFrom + i + LANES), odd);
    }
    if (i <= length - LANES) {
      even = vector(a, aFrom + i).fma(vector(b, bFrom + i), even);
      i += LANES;
    }
    float sum = total(even.add(odd));
    for (; i < length; i++) {
      sum += a[aFrom + i] * b[bFrom + i];
    }
    return sum;
  }

  private static void addScaled(
      float factor, float[] x, int xFrom, float[] into, int intoFrom, int length) {
    FloatVector factors = FloatVector.broadcast(FLOATS, factor);
    int i = 0;
    for (; i <= length - LANES; i += LANES) {
      vector(x, xFrom + i).fma(factors, vector(into, intoFrom + i)).intoArray(into, intoFrom + i);
    }
    for (; i < length; i++) {
      into[intoFrom + i] += factor * x[xFrom + i];
    }
  }

  /// 4 x 16 cells: eight accumulators stay in registers while all rows of the panel pass by.
  private static void wideTile(Panel panel, float sign, int a, int b, float[] gram) {
    float[] values = panel.values();
    int k = panel.columns();
    FloatVector left0 = FloatVector.zero(FLOATS);
    FloatVector left1 = FloatVector.zero(FLOATS);
    FloatVector left2 = FloatVector.zero(FLOATS);
    FloatVector left3 = FloatVector.zero(FLOATS);
    FloatVector right0 = FloatVector.zero(FLOATS);
    FloatVector right1 = FloatVector.zero(FLOATS);
    FloatVector right2 = FloatVector.zero(FLOATS);
    FloatVector right3 = FloatVector.zero(FLOATS);
    int row = panel.from();
    for (int n = 0; n < panel.rows(); n++) {
      FloatVector left = vector(values, row + b);
      FloatVector right = vector(values, row + b + LANES);
      FloatVector factor0 = FloatVector.broadcast(FLOATS, values[row + a]);
      left0 = left.fma(factor0, left0);
      right0 = right.fma(factor0, right0);
      FloatVector factor1 = FloatVector.broadcast(FLOATS, values[row + a + 1]);
      left1 = left.fma(factor1, left1);
      right1 = right.fma(factor1, right1);
      FloatVector factor2 = FloatVector.broadcast(FLOATS, values[row + a + 2]);
      left2 = left.fma(factor2, left2);
      right2 = right.fma(factor2, right2);
      FloatVector factor3 = FloatVector.broadcast(FLOATS, values[row + a + 3]);
      left3 = left.fma(factor3, left3);
      right3 = right.fma(factor3, right3);
      row += k;
    }
    int cell = a * k + b;
    add(left0, sign, gram, cell);
    add(right0, sign, gram, cell + LANES);
    add(left1, sign, gram, cell + k);
    add(right1, sign, gram, cell + k + LANES);
    add(left2, sign, gram, cell + 2 * k);
    add(right2, sign, gram, cell + 2 * k + LANES);
    add(left3, sign, gram, cell + 3 * k);
    add(right3, sign, gram, cell + 3 * k + LANES);
  }

  /// Four rows of a square of cells: as [#wideTile], with both sides read one after another.
  private static void subtractRows(
      TiledPanel panel, int left, int right, float[] matrix, int cell) {
    float[] values = panel.values();
    FloatVector low0 = FloatVector.zero(FLOATS);
    FloatVector low1 = FloatVector.zero(FLOATS);
    FloatVector low2 = FloatVector.zero(FLOATS);
    FloatVector low3 = FloatVector.zero(FLOATS);
    FloatVector high0 = FloatVector.zero(FLOATS);
    FloatVector high1 = FloatVector.zero(FLOATS);
    FloatVector high2 = FloatVector.zero(FLOATS);
    FloatVector high3 = FloatVector.zero(FLOATS);
    for (int n = 0; n < panel.depth() * TiledPanel.WIDTH; n += TiledPanel.WIDTH) {
      FloatVector low = vector(values, right + n);
      FloatVector high = vector(values, right + n + LANES);
      FloatVector factor0 = FloatVector.broadcast(FLOATS, values[left + n]);
      low0 = low.fma(factor0, low0);
      high0 = high.fma(factor0, high0);
      FloatVector factor1 = FloatVector.broadcast(FLOATS, values[left + n + 1]);
      low1 = low.fma(factor1, low1);
      high1 = high.fma(factor1, high1);
      FloatVector factor2 = FloatVector.broadcast(FLOATS, values[left + n + 2]);
      low2 = low.fma(factor2, low2);
      high2 = high.fma(factor2, high2);
      FloatVector factor3 = FloatVector.broadcast(FLOATS, values[left + n + 3]);
      low3 = low.fma(factor3, low3);
      high3 = high.fma(factor3, high3);
    }
    int stride = panel.columns();
    add(low0, -1, matrix, cell);
    add(high0, -1, matrix, cell + LANES);
    add(low1, -1, matrix, cell + stride);
    add(high1, -1, matrix, cell + stride + LANES);
    add(low2, -1, matrix, cell + 2 * stride);
    add(high2, -1, matrix, cell + 2 * stride + LANES);
    add(low3, -1, matrix, cell + 3 * stride);
    add(high3, -1, matrix, cell + 3 * stride + LANES);
  }

  /// 4 x 8 cells, where 16 columns no longer fit.
  private static void narrowTile(Panel panel, float sign, int a, int b, float[] gram) {
    float[] values = panel.values();
    int k = panel.columns();
    FloatVector sum0 = FloatVector.zero(FLOATS);
    FloatVector sum1 = FloatVector.zero(FLOATS);
    FloatVector sum2 = FloatVector.zero(FLOATS);
    FloatVector sum3 = FloatVector.zero(FLOATS);
    int row = panel.from();
    for (int n = 0; n < panel.rows(); n++) {
      FloatVector right = vector(values, row + b);
      sum0 = right.fma(FloatVector.broadcast(FLOATS, values[row + a]), sum0);
      sum1 = right.fma(FloatVector.broadcast(FLOATS, values[row + a + 1]), sum1);
      sum2 = right.fma(FloatVector.broadcast(FLOATS, values[row + a + 2]), sum2);
      sum3 = right.fma(FloatVector.broadcast(FLOATS, values[row + a + 3]), sum3);
      row += k;
    }
    int cell = a * k + b;
    add(sum0, sign, gram, cell);
    add(sum1, sign, gram, cell + k);
    add(sum2, sign, gram, cell + 2 * k);
    add(sum3, sign, gram, cell + 3 * k);
  }

  /// One row's cells from column `b` on: what is left beside and below the tiles.
  private static void scalarCells(Panel panel, float sign, int a, int b, float[] gram) {
    float[] values = panel.values();
    int k = panel.columns();
    for (int column = b; column < k; column++) {
      float sum = 0;
      int row = panel.from();
      for (int n = 0; n < panel.rows(); n++) {
        sum += values[row + a] * values[row + column];
        row += k;
      }
      gram[a * k + column] += sign * sum;
    }
  }

  /// One tile. Named apart from the kernels of training, whose early compilation would ruin it, see
  /// src/docs/performance.md.
  private static void accumulateEight(
      byte[] tiles, float[] scales, int[] query, float factor, float[] into, int row) {
    IntVector even = IntVector.zero(INTS);
    IntVector odd = IntVector.zero(INTS);
    int from = row * query.length;
    int pairs = query.length - query.length % 2;
    for (int c = 0; c < pairs; c += 2) {
      int at = from + c * LANES;
      even = even.add(wide(tiles, at).mul(IntVector.broadcast(INTS, query[c])));
      odd = odd.add(wide(tiles, at + LANES).mul(IntVector.broadcast(INTS, query[c + 1])));
    }
    if (pairs < query.length) {
      even =
          even.add(wide(tiles, from + pairs * LANES).mul(IntVector.broadcast(INTS, query[pairs])));
    }
    FloatVector sums = (FloatVector) even.add(odd).convertShape(VectorOperators.I2F, FLOATS, 0);
    FloatVector products = sums.mul(FloatVector.broadcast(FLOATS, factor));
    vector(scales, row).mul(products).add(vector(into, row)).intoArray(into, row);
  }

  /// The sum of the lanes in one fixed order: `reduceLanes` may differ between an interpreted and a
  /// compiled call, and the same seed must give the same bytes.
  static float total(FloatVector sum) {
    FloatVector halves = sum.add(sum.rearrange(SWAP_HALVES));
    FloatVector quarters = halves.add(halves.rearrange(SWAP_QUARTERS));
    return quarters.lane(0) + quarters.lane(1);
  }

  private static FloatVector vector(float[] values, int from) {
    return FloatVector.fromArray(FLOATS, values, from);
  }

  private static void add(FloatVector sum, float sign, float[] into, int from) {
    sum.fma(FloatVector.broadcast(FLOATS, sign), vector(into, from)).intoArray(into, from);
  }

  private static IntVector wide(byte[] tiles, int from) {
    return (IntVector)
        ByteVector.fromArray(BYTES, tiles, from).convertShape(VectorOperators.B2I, INTS, 0);
  }
}
