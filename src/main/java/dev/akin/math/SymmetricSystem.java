package dev.akin.math;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionInner_DDRM;
import org.ejml.dense.row.linsol.chol.LinearSolverChol_DDRM;
import org.jspecify.annotations.Nullable;

/// A symmetric positive definite matrix, factored once by Cholesky in double precision and then
/// solved for any number of right sides. The only door to EJML. Not safe for concurrent use.
///
/// Factoring costs `n^3 / 3`, a solution `n^2` multiplications: of rows of the factor or of its
/// transpose, so that they are done several at once.
public final class SymmetricSystem {
  private static final String REMEDY =
      " is not positive definite in double precision; raise the regularisation or remove"
          + " interactions with huge strengths";

  private final LinearSolverChol_DDRM solver;
  private final int size;
  private @Nullable Triangles triangles;

  private SymmetricSystem(LinearSolverChol_DDRM solver, int size) {
    this.solver = solver;
    this.size = size;
  }

  /// What solving reads.
  ///
  /// @param lower L of `matrix = L L'`, row by row
  /// @param upper its transpose, row by row
  private record Triangles(double[] lower, double[] upper) {
    static Triangles of(double[] lower, int size) {
      double[] upper = new double[lower.length];
      for (int i = 0; i < size; i++) {
        for (int j = 0; j <= i; j++) {
          upper[j * size + i] = lower[i * size + j];
        }
      }
      return new Triangles(lower, upper);
    }
  }

  /// Factors a matrix.
  ///
  /// @param matrix `size x size` row by row; not changed, not kept
  /// @throws SingularMatrixException if it is not positive definite or not finite
  public static SymmetricSystem factor(double[] matrix, int size) {
    if (matrix.length != size * size) {
      throw new IllegalArgumentException(matrix.length + " values for a matrix of size " + size);
    }
    LinearSolverChol_DDRM solver =
        new LinearSolverChol_DDRM(new CholeskyDecompositionInner_DDRM(true));
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
    if (size > 0) {
      substitute(triangles(), x);
    }
    return finite(x);
  }

  private Triangles triangles() {
    Triangles known = triangles;
    if (known == null) {
      known = Triangles.of(solver.getDecomposition().getT(null).data, size);
      triangles = known;
    }
    return known;
  }

  private void substitute(Triangles factor, double[] x) {
    double[] upper = factor.upper();
    double[] lower = factor.lower();
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
