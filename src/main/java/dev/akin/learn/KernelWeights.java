package dev.akin.learn;

import dev.akin.math.CsrMatrix;
import dev.akin.math.DenseMatrix;
import dev.akin.math.DenseProduct;
import dev.akin.math.Kernels;
import dev.akin.math.LeadingEigen;
import dev.akin.math.Parallel;

/// The dual solution of [KernelTrainer]: `W = Ku^-1 F`, some items at a time.
///
/// With `Ku ~ Qu A Qu' + a' (I - Qu Qu')`, Ki likewise with B and b', and `g(a, b) = b / (a b +
/// lambda)`, W has one term for the leading directions of both sides, one for those of either side
/// and one for none. Collected by what they need:
///
/// `W = Qu (H o Qu'T) Qi' + Qu g_u P + T g_i Qi' + g(a', b') Y`, with `T = Y Qi`, `P = Qu'Y`, `H_ab
/// = g(a, b) - g(a, b') - g(a', b) + g(a', b')` and the diagonals `g_u = g(a, b') - g(a', b')`,
/// `g_i = g(a', b) - g(a', b')`. Transposed, that is one product of a matrix with a row per item
/// and a matrix with a column per user.
final class KernelWeights {
  private static final int ROWS_AT_ONCE = 32;

  private final CsrMatrix byItem;
  private final DenseMatrix left;
  private final DenseMatrix right;
  private final double unexplained;
  private final DenseProduct product;

  private KernelWeights(
      CsrMatrix byItem,
      DenseMatrix left,
      DenseMatrix right,
      double unexplained,
      DenseProduct product) {
    this.byItem = byItem;
    this.left = left;
    this.right = right;
    this.unexplained = unexplained;
    this.product = product;
  }

  /// @param targets Y, users x items
  static KernelWeights of(
      CsrMatrix targets, LeadingEigen users, LeadingEigen items, double lambda, Parallel parallel) {
    DenseProduct product = new DenseProduct(parallel);
    CsrMatrix byItem = targets.transpose();
    DenseMatrix onItems = times(targets, items.vectors(), parallel);
    DenseMatrix usersByVector = users.vectors().transposed();
    DenseMatrix onBoth = product.of(usersByVector, onItems);
    double unexplained = filter(users.rest(), items.rest(), lambda);
    for (int a = 0; a < onBoth.rows(); a++) {
      double known = filter(users.values()[a], items.rest(), lambda) - unexplained;
      for (int b = 0; b < onBoth.columns(); b++) {
        double whole = filter(users.values()[a], items.values()[b], lambda);
        double either = filter(users.rest(), items.values()[b], lambda) + known;
        onBoth.values()[a * onBoth.columns() + b] *= (float) (whole - either);
      }
    }
    DenseMatrix left = product.of(items.vectors(), onBoth.transposed());
    addScaled(
        times(byItem, users.vectors(), parallel),
        left,
        a -> filter(users.values()[a], items.rest(), lambda) - unexplained);
    DenseMatrix scaled = DenseMatrix.zeros(items.vectors().rows(), items.vectors().columns());
    addScaled(
        items.vectors(),
        scaled,
        b -> filter(users.rest(), items.values()[b], lambda) - unexplained);
    return new KernelWeights(
        byItem,
        beside(left, scaled),
        below(usersByVector, onItems.transposed()),
        unexplained,
        product);
  }

  /// g(a, b).
  private static double filter(double user, double item, double lambda) {
    return item / (user * item + lambda);
  }

  /// The weights of the items `from <= item < to`: a row per item, a column per user.
  DenseMatrix rows(int from, int to) {
    DenseMatrix rows = product.of(left.from(from), to - from, right);
    for (int item = from; item < to; item++) {
      for (int p = byItem.starts()[item]; p < byItem.starts()[item + 1]; p++) {
        int cell = (item - from) * rows.columns() + byItem.indices()[p];
        rows.values()[cell] += (float) (unexplained * byItem.values()[p]);
      }
    }
    return rows;
  }

  /// Sparse times dense.
  private static DenseMatrix times(CsrMatrix sparse, DenseMatrix dense, Parallel parallel) {
    int width = dense.columns();
    DenseMatrix result = DenseMatrix.zeros(sparse.rows(), width);
    Kernels kernels = Kernels.best();
    parallel.run(
        sparse.rows(),
        ROWS_AT_ONCE,
        () ->
            (from, to) -> {
              for (int row = from; row < to; row++) {
                for (int p = sparse.starts()[row]; p < sparse.starts()[row + 1]; p++) {
                  int source = sparse.indices()[p] * width;
                  float factor = sparse.values()[p];
                  kernels.axpy(factor, dense.values(), source, result.values(), row * width, width);
                }
              }
            });
    return result;
  }

  private interface ColumnScale {
    double of(int column);
  }

  private static void addScaled(DenseMatrix from, DenseMatrix into, ColumnScale scale) {
    for (int column = 0; column < from.columns(); column++) {
      float factor = (float) scale.of(column);
      for (int row = 0; row < from.rows(); row++) {
        int cell = row * from.columns() + column;
        into.values()[cell] += factor * from.values()[cell];
      }
    }
  }

  private static DenseMatrix beside(DenseMatrix first, DenseMatrix second) {
    int width = first.columns() + second.columns();
    DenseMatrix both = DenseMatrix.zeros(first.rows(), width);
    for (int row = 0; row < first.rows(); row++) {
      int at = row * width;
      System.arraycopy(first.values(), row * first.columns(), both.values(), at, first.columns());
      System.arraycopy(
          second.values(),
          row * second.columns(),
          both.values(),
          at + first.columns(),
          second.columns());
    }
    return both;
  }

  private static DenseMatrix below(DenseMatrix first, DenseMatrix second) {
    DenseMatrix both = DenseMatrix.zeros(first.rows() + second.rows(), first.columns());
    System.arraycopy(first.values(), 0, both.values(), 0, first.values().length);
    System.arraycopy(
        second.values(), 0, both.values(), first.values().length, second.values().length);
    return both;
  }
}
