package dev.akin.math;

import java.util.Arrays;

/// Products of large dense matrices. A product is cut into blocks of cells, and each block's sums
/// into pieces of the right side that fit the first-level cache (Goto and van de Geijn, "Anatomy of
/// high-performance matrix multiplication", ACM TOMS 2008, section 5). The order of summation of a
/// cell is fixed, so results do not depend on the number of threads.
public record DenseProduct(Kernels kernels, Parallel parallel) {
  private static final int BLOCK_ROWS = 128;
  private static final int BLOCK_COLUMNS = 32;
  private static final int DEPTH = 128;

  /// On the fastest kernels.
  public DenseProduct(Parallel parallel) {
    this(Kernels.best(), parallel);
  }

  public DenseMatrix of(DenseMatrix left, DenseMatrix right) {
    if (left.columns() != right.rows()) {
      throw new IllegalArgumentException(
          left.columns() + " columns of the left, " + right.rows() + " rows of the right side");
    }
    return of(left.from(0), left.rows(), right);
  }

  /// @param left at least `rows x right.rows()`
  public DenseMatrix of(Strided left, int rows, DenseMatrix right) {
    DenseMatrix product = DenseMatrix.zeros(rows, right.columns());
    int across = Math.ceilDiv(right.columns(), BLOCK_COLUMNS);
    int down = Math.ceilDiv(rows, BLOCK_ROWS);
    parallel.run(
        across * down,
        1,
        () -> {
          float[] packed = new float[DEPTH * BLOCK_COLUMNS];
          float[] sums = new float[BLOCK_ROWS * BLOCK_COLUMNS];
          return (from, to) -> {
            for (int block = from; block < to; block++) {
              int row = block / across * BLOCK_ROWS;
              int column = block % across * BLOCK_COLUMNS;
              Arrays.fill(sums, 0);
              int width = Math.min(BLOCK_COLUMNS, right.columns() - column);
              int height = Math.min(BLOCK_ROWS, rows - row);
              Strided top = left.skip(row);
              for (int depth = 0; depth < right.rows(); depth += DEPTH) {
                Panel panel = pack(right, depth, column, width, packed);
                int start = top.from() + depth * top.columnStep();
                Strided part = new Strided(top.values(), start, top.rowStep(), top.columnStep());
                kernels.addProduct(part, height, panel, sums, 0);
              }
              unpack(sums, height, width, product, row * right.columns() + column);
            }
          };
        });
    return product;
  }

  private static Panel pack(DenseMatrix right, int depth, int column, int width, float[] packed) {
    int rows = Math.min(DEPTH, right.rows() - depth);
    for (int row = 0; row < rows; row++) {
      int from = (depth + row) * right.columns() + column;
      System.arraycopy(right.values(), from, packed, row * width, width);
    }
    return new Panel(packed, 0, rows, width);
  }

  private static void unpack(float[] sums, int height, int width, DenseMatrix into, int corner) {
    for (int row = 0; row < height; row++) {
      System.arraycopy(sums, row * width, into.values(), corner + row * into.columns(), width);
    }
  }
}
