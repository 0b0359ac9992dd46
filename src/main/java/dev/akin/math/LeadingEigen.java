package dev.akin.math;

import java.util.Arrays;

/// The leading eigenvalues and eigenvectors of a large positive semidefinite matrix, and what the
/// others are on average.
///
/// By random subspace iteration with a Rayleigh-Ritz step: Halko, Martinsson and Tropp, "Finding
/// structure with randomness", SIAM Review 2011, algorithms 4.4 and 5.3. `Q = orth(A O)` for a
/// normal random O, `Q = orth((A - s I) Q)` three times, `Q'AQ = U S U'`, vectors `Q U`. The shift
/// s is the mean of the eigenvalues outside of Q: kernels have a long flat tail, which a plain
/// power hardly tells from the values before it, and around which a shifted one vanishes. Values
/// are never above the true ones; where values lie close together, vectors are mixtures of
/// neighbours. A matrix that is hardly larger than the wanted rank is decomposed exactly.
///
/// Costs `5 n^2 l + 10 n l^2 + 9 l^3` multiplications for l vectors and their oversampling. Same
/// seed, same numbers, whatever the threads.
///
/// @param values descending, not negative
/// @param vectors `n x values.length`; a column belongs to a value and has length 1, or 0 where the
///   matrix has no more directions
/// @param rest the mean of all other eigenvalues, rows of zeros not counted; 0 if there are none
public record LeadingEigen(double[] values, DenseMatrix vectors, double rest) {
  private static final int OVERSAMPLING = 16;
  private static final int SHIFTED_PASSES = 3;

  /// @param matrix all cells, as after [SymmetricMatrix#mirror]; not changed
  /// @param rank how many are wanted, at least 1
  public static LeadingEigen of(SymmetricMatrix matrix, int rank, long seed, Parallel parallel) {
    if (matrix.size() <= rank + OVERSAMPLING) {
      return exact(matrix);
    }
    DenseProduct product = new DenseProduct(parallel);
    DenseMatrix basis = normal(matrix.size(), rank + OVERSAMPLING, seed);
    basis = Orthonormal.of(times(matrix, basis, product), parallel);
    DenseMatrix image = times(matrix, basis, product);
    for (int pass = 0; pass < SHIFTED_PASSES; pass++) {
      basis = Orthonormal.of(shifted(matrix, basis, image), parallel);
      basis = pass + 1 < SHIFTED_PASSES ? basis : Orthonormal.of(basis, parallel);
      image = times(matrix, basis, product);
    }
    DenseMatrix small = product.of(basis.transposed(), image);
    SymmetricEigen eigen = SymmetricEigen.of(symmetric(small), small.rows());
    double[] values = notNegative(eigen.values(), rank);
    DenseMatrix vectors = product.of(basis, columns(eigen, rank));
    double rest = meanOfRest(matrix, Arrays.stream(values).sum(), rank);
    return new LeadingEigen(values, vectors, rest);
  }

  /// What [#of] takes at its fullest moment beside the matrix: five matrices of n x l and the
  /// decomposition of one of l x l, l being the rank and the oversampling.
  public static long bytes(int size, int rank) {
    long wide = Math.min(size, rank + (long) OVERSAMPLING);
    return 5L * Float.BYTES * size * wide + SymmetricEigen.bytes(wide);
  }

  private static LeadingEigen exact(SymmetricMatrix matrix) {
    int size = matrix.size();
    double[] cells = new double[size * size];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        cells[row * size + column] = matrix.cells()[matrix.row(row) + column];
      }
    }
    SymmetricEigen eigen = SymmetricEigen.of(cells, size);
    return new LeadingEigen(notNegative(eigen.values(), size), columns(eigen, size), 0);
  }

  private static DenseMatrix normal(int rows, int columns, long seed) {
    SeededRandom random = new SeededRandom(seed);
    DenseMatrix normal = DenseMatrix.zeros(rows, columns);
    for (int cell = 0; cell < normal.values().length; cell++) {
      normal.values()[cell] = (float) random.nextGaussian();
    }
    return normal;
  }

  /// `(A - s I) Q`, s being the mean of the eigenvalues that Q does not have.
  private static DenseMatrix shifted(SymmetricMatrix matrix, DenseMatrix basis, DenseMatrix image) {
    double trace = 0;
    for (int cell = 0; cell < image.values().length; cell++) {
      trace += (double) image.values()[cell] * basis.values()[cell];
    }
    float shift = (float) meanOfRest(matrix, trace, basis.columns());
    float[] values = image.values().clone();
    for (int cell = 0; cell < values.length; cell++) {
      values[cell] -= shift * basis.values()[cell];
    }
    return new DenseMatrix(values, image.rows(), image.columns());
  }

  private static DenseMatrix times(SymmetricMatrix left, DenseMatrix right, DenseProduct product) {
    Strided cells = new Strided(left.cells(), 0, left.row(1), 1);
    return product.of(cells, left.size(), right);
  }

  private static double[] symmetric(DenseMatrix nearly) {
    int size = nearly.rows();
    double[] cells = new double[size * size];
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        cells[a * size + b] =
            ((double) nearly.values()[a * size + b] + nearly.values()[b * size + a]) / 2;
      }
    }
    return cells;
  }

  private static double[] notNegative(double[] values, int count) {
    double[] kept = new double[count];
    for (int i = 0; i < count; i++) {
      kept[i] = Math.max(0, values[i]);
    }
    return kept;
  }

  /// The first eigenvectors side by side.
  private static DenseMatrix columns(SymmetricEigen eigen, int count) {
    int size = eigen.values().length;
    DenseMatrix columns = DenseMatrix.zeros(size, count);
    for (int i = 0; i < count; i++) {
      for (int row = 0; row < size; row++) {
        columns.values()[row * count + i] = (float) eigen.vectors()[i * size + row];
      }
    }
    return columns;
  }

  private static double meanOfRest(SymmetricMatrix matrix, double taken, int count) {
    double rest = -taken;
    int left = -count;
    for (int i = 0; i < matrix.size(); i++) {
      double diagonal = matrix.cells()[matrix.row(i) + i];
      rest += diagonal;
      left += diagonal > 0 ? 1 : 0;
    }
    return left > 0 ? Math.max(0, rest / left) : 0;
  }
}
