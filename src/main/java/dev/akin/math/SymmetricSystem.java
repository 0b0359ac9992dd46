package dev.akin.math;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.interfaces.linsol.LinearSolverDense;

/// A symmetric positive definite matrix, factored once by Cholesky in double precision and then
/// solved for any number of right sides. The only door to EJML. Not safe for concurrent use.
///
/// Factoring costs `n^3 / 3`, a solution `n^2` multiplications: of rows of the factor or of its
/// transpose, so that they are done several at once.
public final class SymmetricSystem {
  private static final String REMEDY =
      " is not positive definite in double precision; raise the regularisation or remove"
          + " interactions with huge strengths";

  private final LinearSolverDense<DMatrixRMaj> solver;
  private final int size;

  /// L of `matrix = L L'`, row by row.
  private final double[] lower;

  /// Its transpose, row by row.
  private final double[] upper;

  private SymmetricSystem(LinearSolverDense<DMatrixRMaj> solver, int size) {
    this.solver = solver;
    this.size = size;
    lower = size == 0 ? new double[0] : lower(solver);
    upper = new double[lower.length];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        upper[j * size + i] = lower[i * size + j];
      }
    }
  }

  private static double[] lower(LinearSolverDense<DMatrixRMaj> solver) {
    CholeskyDecomposition_F64<DMatrixRMaj> factored = solver.getDecomposition();
    return factored.getT(null).data;
  }

  /// Factors a matrix.
  ///
  /// @param matrix `size x size` row by row; not changed, not kept
  /// @throws SingularMatrixException if it is not positive definite or not finite
  public static SymmetricSystem factor(double[] matrix, int size) {
    if (matrix.length != size * size) {
      throw new IllegalArgumentException(matrix.length + " values for a matrix of size " + size);
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(size);
    DMatrixRMaj copy = DMatrixRMaj.wrap(size, size, matrix.clone());
    if (size > 0 && !solver.setA(copy)) {
      throw new SingularMatrixException("matrix of size " + size + REMEDY);
    }
    return new SymmetricSystem(solver, size);
  }

  /// The solution x of `matrix * x = right`, in a new array.
  ///
  /// @throws SingularMatrixException if a component is not finite
  public double[] solve(double[] right) {
    if (right.length != size) {
      throw new IllegalArgumentException(right.length + " values for a system of size " + size);
    }
    double[] x = right.clone();
    for (int i = 0; i < size; i++) {
      int row = i * size;
      double known = x[i] / upper[row + i];
      x[i] = known;
      for (int j = i + 1; j < size; j++) {
        x[j] -= known * upper[row + j];
      }
    }
    for (int i = size - 1; i >= 0; i--) {
      int row = i * size;
      double known = x[i] / lower[row + i];
      x[i] = known;
      for (int j = 0; j < i; j++) {
        x[j] -= known * lower[row + j];
      }
    }
    return finite(x);
  }

  /// The inverse, `size x size` row by row, in a new array.
  ///
  /// @throws SingularMatrixException if a cell is not finite
  public double[] inverse() {
    DMatrixRMaj inverse = new DMatrixRMaj(size, size);
    if (size > 0) {
      solver.invert(inverse);
    }
    return finite(inverse.data);
  }

  private double[] finite(double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new SingularMatrixException("matrix of size " + size + REMEDY);
      }
    }
    return values;
  }
}
