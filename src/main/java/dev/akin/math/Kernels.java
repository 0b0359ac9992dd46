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

  /// Copies rows side by side: `panel[n * width + c] = factors[factorsFrom + n] * row n, column c`.
  void gather(SelectedRows rows, float[] factors, int factorsFrom, float[] panel);

  /// Adds the product of every row with one vector: `into[n] += sum over c of x[c] * row n, column
  /// c`, in the order of [#dot].
  void addProducts(SelectedRows rows, float[] x, int xFrom, float[] into);

  /// Adds a weighted sum of rows: `into[intoFrom + c] += sum over n of weights[n] * panel[n][c]`.
  void addCombination(Panel panel, float[] weights, float[] into, int intoFrom);

  /// Adds rows by how far their products with one vector are from a target: `into[c] += sum over n
  /// of w_n * (x . row n - target) * row n, column c`.
  ///
  /// @param weights of the rows, at the places that `rows` picks
  void addErrors(SelectedRows rows, float[] weights, float[] x, float target, float[] into);

  /// One row of a Cholesky factor `U'U` from the rows of its block before it: subtracts `U[n][row]
  /// * U[n][c]` for `first <= n < row` from the columns `c >= row` of the row and divides it by the
  ///   square root of its diagonal cell. Cells below the diagonal are left unspecified.
  ///
  /// @param matrix `size x size` row by row
  /// @return false if the diagonal cell was not positive
  boolean finishRow(float[] matrix, int size, int first, int row);

  /// Adds the score of every int8 row for one query: `into[r] += scales[r] * (row r . query)`. Sums
  /// are whole numbers after [QuantizedQuery], so twins agree bit by bit.
  ///
  /// @param tiles `into.length x k` as [RowTiles] lays them out, k being the query's length
  void accumulateScores(byte[] tiles, float[] scales, QuantizedQuery query, float[] into);
}
