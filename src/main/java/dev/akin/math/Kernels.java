package dev.akin.math;

/// The inner loops that training and serving spend their time in. Two implementations behave alike:
/// one on the Vector API and a plain twin for machines without that module. Stateless.
public interface Kernels {
  /// The fastest implementation that this machine can link: always the same object.
  static Kernels best() {
    return BestKernels.INSTANCE;
  }

  /// `sum of a[aFrom + i] * b[bFrom + i]` for `i < length`. The order of summation is fixed per
  /// implementation, so twins may differ in the last bits.
  float dot(float[] a, int aFrom, float[] b, int bFrom, int length);

  /// `into[intoFrom + i] += factor * x[xFrom + i]` for `i < length`. The ranges may lie in one
  /// array but must not overlap.
  void axpy(float factor, float[] x, int xFrom, float[] into, int intoFrom, int length);

  /// Adds the sum of the outer products of the panel's rows to a symmetric matrix, in its upper
  /// triangle: `gram[a * k + b] += sign * sum over n of panel[n][a] * panel[n][b]` for `first <= a
  /// <= b < k`. Cells below the diagonal of the same rows are left unspecified.
  ///
  /// @param first the first row and column to touch
  /// @param gram `k x k` row by row; may be the panel's own array if the panel's rows lie before
  ///   row `first`
  void addOuter(Panel panel, float sign, int first, float[] gram);

  /// Adds a product of matrices: `into[intoFrom + r * k + c] += sum over n of left(r, n) *
  /// right[n][c]` for `r < rows`, k being the columns of `right`. The order of summation of a cell
  /// does not depend on how many rows are asked for.
  ///
  /// @param left at least `rows x right.rows`
  void addProduct(Strided left, int rows, Panel right, float[] into, int intoFrom);

  /// Subtracts the product of two tiles of a panel from one square of a matrix: `matrix[(l + a) *
  /// columns + r + b] -= sum over n of left[n][a] * right[n][b]` for `a, b < WIDTH`, where `l` and
  /// `r` are the first columns of the tiles.
  ///
  /// @param matrix `panel.columns()` squared, row by row
  void subtractTile(TiledPanel panel, int leftTile, int rightTile, float[] matrix);

  /// Scores every int8 row against one query: `into[r] = scales[r] * (row r . query)`. Sums are
  /// whole numbers after [QuantizedQuery], so twins agree bit by bit.
  ///
  /// @param rows `into.length x k` row by row, k being the query's length
  void scoreRows(byte[] rows, float[] scales, QuantizedQuery query, float[] into);
}
