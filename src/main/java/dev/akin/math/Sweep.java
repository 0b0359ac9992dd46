package dev.akin.math;

/// The elimination of one block of rows of a [SymmetricMatrix]: [#factor], then [#solve] for all
/// tiles, then [#update] for all tiles, then [#writeBack].
final class Sweep {
  private static final int BLOCK = SymmetricMatrix.BLOCK;
  private static final int WIDTH = TiledPanel.WIDTH;

  private final Kernels kernels = Kernels.best();
  private final SymmetricMatrix matrix;
  private final int first;
  private final float[] rows;
  private final TiledPanel panel;
  private final int stride;
  private final double[] upper = new double[BLOCK * BLOCK];
  private final double[] inverse = new double[BLOCK * BLOCK];

  /// @param first the block's first row
  /// @param rows scratch for the block's rows
  /// @param panel scratch for W
  Sweep(SymmetricMatrix matrix, int first, float[] rows, TiledPanel panel) {
    this.matrix = matrix;
    this.first = first;
    this.rows = rows;
    this.panel = panel;
    stride = panel.columns();
  }

  /// `D = R'R`, and the inverse of D.
  void factor() {
    for (int a = 0; a < BLOCK; a++) {
      for (int b = a; b < BLOCK; b++) {
        upper[a * BLOCK + b] = matrix.cells()[(first + a) * stride + first + b];
        upper[b * BLOCK + a] = upper[a * BLOCK + b];
      }
    }
    System.arraycopy(SymmetricSystem.factor(upper, BLOCK).inverse(), 0, inverse, 0, inverse.length);
    for (int i = 0; i < BLOCK; i++) {
      for (int j = i; j < BLOCK; j++) {
        double sum = upper[i * BLOCK + j];
        for (int n = 0; n < i; n++) {
          sum -= upper[n * BLOCK + i] * upper[n * BLOCK + j];
        }
        upper[i * BLOCK + j] = i == j ? Math.sqrt(sum) : sum / upper[i * BLOCK + i];
      }
    }
  }

  /// Reads the block's rows for some tiles, leaves W in the panel and `R^-1 W` in the rows.
  void solve(int fromTile, int toTile) {
    int from = fromTile * WIDTH;
    int length = toTile * WIDTH - from;
    gather(from, from + length);
    for (int r = 0; r < BLOCK; r++) {
      for (int q = 0; q < r; q++) {
        eliminate(q * BLOCK + r, q, r, from, length);
      }
      divide(r, from, length);
    }
    for (int tile = fromTile; tile < toTile; tile++) {
      for (int r = 0; r < BLOCK; r++) {
        int to = panel.from(tile) + r * WIDTH;
        System.arraycopy(rows, r * stride + tile * WIDTH, panel.values(), to, WIDTH);
      }
    }
    for (int r = BLOCK - 1; r >= 0; r--) {
      for (int q = r + 1; q < BLOCK; q++) {
        eliminate(r * BLOCK + q, q, r, from, length);
      }
      divide(r, from, length);
    }
  }

  private void gather(int from, int to) {
    for (int r = 0; r < BLOCK; r++) {
      for (int column = from; column < to; column++) {
        int low = Math.min(first + r, column);
        int high = Math.max(first + r, column);
        rows[r * stride + column] = matrix.cells()[low * stride + high];
      }
    }
  }

  private void eliminate(int cell, int source, int target, int from, int length) {
    float factor = (float) -upper[cell];
    kernels.axpy(factor, rows, source * stride + from, rows, target * stride + from, length);
  }

  private void divide(int r, int from, int length) {
    float factor = (float) (1 / upper[r * BLOCK + r]);
    for (int p = r * stride + from; p < r * stride + from + length; p++) {
      rows[p] *= factor;
    }
  }

  /// Subtracts W'W from some rows of tiles, on and above the diagonal, outside the block.
  void update(int fromTile, int toTile) {
    for (int left = fromTile; left < toTile; left++) {
      for (int right = left; right < panel.tiles() && !inBlock(left); right++) {
        if (!inBlock(right)) {
          kernels.subtractTile(panel, left, right, matrix.cells());
        }
      }
    }
  }

  private boolean inBlock(int tile) {
    return tile * WIDTH >= first && tile * WIDTH < first + BLOCK;
  }

  /// Puts the block's new rows into the matrix.
  void writeBack() {
    float[] cells = matrix.cells();
    for (int r = 0; r < BLOCK; r++) {
      int row = (first + r) * stride;
      for (int column = 0; column < first; column++) {
        cells[column * stride + first + r] = rows[r * stride + column];
      }
      for (int b = r; b < BLOCK; b++) {
        cells[row + first + b] = (float) -inverse[r * BLOCK + b];
      }
      int after = first + BLOCK;
      System.arraycopy(rows, r * stride + after, cells, row + after, stride - after);
    }
  }
}
