package dev.akin.math;

/// A large dense symmetric matrix in float, made to be filled, inverted in place and read. Only the
/// cells on and above the diagonal are kept up to date until [#mirror] copies them below. Rows are
/// padded to whole blocks; a padded row is one of the identity.
///
/// The inverse sweeps block by block of rows K (Dempster, "Elements of continuous multivariate
/// analysis", 1969, section 4.3; Gauss-Jordan elimination without pivoting, which is safe for
/// positive definite matrices: Higham, "Accuracy and stability of numerical algorithms", 2nd
/// edition, section 14.4). With `D = A_KK = R'R`, `W = R^-T A_K.`: `A_IJ -= W_I' W_J`, `A_KJ <-
/// R^-1 W_J`, `A_KK <- -D^-1`; after all blocks the cells are `-A^-1`.
///
/// The inverse costs `n^3 / 2` multiplications and no second matrix. Its relative error is about
/// the condition number times 1e-7. Results do not depend on the number of threads. Not safe for
/// concurrent use.
public final class SymmetricMatrix {
  static final int BLOCK = 64;
  private static final int TILES_AT_ONCE = 16;

  /// The largest matrix that one array can hold.
  public static final int MAX_SIZE = 46_336;

  private final int size;
  private final int stride;
  private final float[] cells;

  /// A matrix of zeros.
  public SymmetricMatrix(int size) {
    if (size < 0 || size > MAX_SIZE) {
      throw new IllegalArgumentException("size must be in 0.." + MAX_SIZE + ", was " + size);
    }
    this.size = size;
    stride = stride(size);
    cells = new float[stride * stride];
    for (int padded = size; padded < stride; padded++) {
      cells[padded * stride + padded] = 1;
    }
  }

  /// How much memory a matrix and its inversion take.
  public static long bytes(int size) {
    long stride = stride(size);
    return Float.BYTES * stride * (stride + 2L * BLOCK);
  }

  private static int stride(int size) {
    return Math.ceilDiv(size, BLOCK) * BLOCK;
  }

  public int size() {
    return size;
  }

  /// The offset of a row in [#cells].
  public int row(int row) {
    return row * stride;
  }

  /// All cells, rows one [#row] apart; not copied, to be read and written.
  public float[] cells() {
    return cells;
  }

  /// Replaces the matrix, of which the cells on and above the diagonal are read, by its inverse
  /// with the sign changed, on and above the diagonal.
  ///
  /// @throws SingularMatrixException if it is not positive definite; cells are unspecified then
  public void negatedInverse(Parallel parallel) {
    float[] rows = new float[BLOCK * stride];
    TiledPanel panel = new TiledPanel(new float[BLOCK * stride], stride / TiledPanel.WIDTH, BLOCK);
    for (int from = 0; from < stride; from += BLOCK) {
      sweep(new Sweep(this, from, rows, panel), parallel);
    }
  }

  private void sweep(Sweep sweep, Parallel parallel) {
    sweep.factor();
    int tiles = stride / TiledPanel.WIDTH;
    parallel.run(tiles, TILES_AT_ONCE, () -> sweep::solve);
    parallel.run(tiles, 1, () -> sweep::update);
    sweep.writeBack();
  }

  /// Copies what is above the diagonal below it.
  public void mirror(Parallel parallel) {
    int tile = TiledPanel.WIDTH;
    parallel.run(
        stride / tile,
        1,
        () ->
            (from, to) -> {
              for (int column = 0; column < to * tile; column++) {
                for (int row = Math.max(from * tile, column + 1); row < to * tile; row++) {
                  cells[row * stride + column] = cells[column * stride + row];
                }
              }
            });
  }
}
