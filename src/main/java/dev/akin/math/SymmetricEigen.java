package dev.akin.math;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/// The eigenvalues and eigenvectors of a small symmetric matrix, largest value first. Costs about
/// `9 n^3` multiplications.
///
/// @param values n eigenvalues, descending
/// @param vectors `n x n` row by row; row i belongs to value i, has length 1, and its component of
///   largest magnitude is positive, so that the sign is no accident
public record SymmetricEigen(double[] values, double[] vectors) {
  /// Decomposes a matrix.
  ///
  /// @param matrix `size x size` row by row, finite; not changed, not kept
  /// @throws SingularMatrixException if the iteration does not end
  public static SymmetricEigen of(double[] matrix, int size) {
    if (matrix.length != size * size) {
      throw new IllegalArgumentException(matrix.length + " values for a matrix of size " + size);
    }
    if (size == 0) {
      return new SymmetricEigen(new double[0], new double[0]);
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
    if (!eigen.decompose(DMatrixRMaj.wrap(size, size, matrix.clone()))) {
      throw new SingularMatrixException("no eigenvalues of a matrix of size " + size);
    }
    int[] order =
        IntStream.range(0, size)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -eigen.getEigenvalue(i).getReal()))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] values = new double[size];
    double[] vectors = new double[size * size];
    for (int i = 0; i < size; i++) {
      values[i] = eigen.getEigenvalue(order[i]).getReal();
      copyWithSign(eigen.getEigenVector(order[i]).data, vectors, i * size);
    }
    return new SymmetricEigen(values, vectors);
  }

  /// What [#of] takes at its fullest moment, the matrix and the result included: the matrix, its
  /// copy, its tridiagonal form, the vectors as rows, one by one, and with their signs.
  static long bytes(long size) {
    return 8 * Double.BYTES * size * size;
  }

  private static void copyWithSign(double[] vector, double[] into, int from) {
    double largest = 0;
    for (double component : vector) {
      largest = Math.abs(component) > Math.abs(largest) ? component : largest;
    }
    for (int c = 0; c < vector.length; c++) {
      into[from + c] = largest < 0 ? -vector[c] : vector[c];
    }
  }
}
