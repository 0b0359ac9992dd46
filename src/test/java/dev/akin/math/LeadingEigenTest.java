package dev.akin.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LeadingEigenTest {
  private static final int SIZE = 150;

  /// Exactly up to 24 wanted of a matrix of 40, by subspaces for fewer.
  @ParameterizedTest
  @CsvSource({"40,24", "40,23", "150,10", "150,50"})
  void vectorsAreOrthonormalAndStretchedByTheirValues(int size, int rank) {
    SymmetricMatrix matrix = decaying(size);
    LeadingEigen eigen = LeadingEigen.of(matrix, rank, 7, new Parallel(2));
    int count = eigen.values().length;
    assertThat(count).isEqualTo(size <= rank + 16 ? size : rank);
    for (int i = 0; i < count; i++) {
      assertThat(eigen.values()[i]).isCloseTo(value(i), within(2e-3 * value(i)));
      for (int j = 0; j < count; j++) {
        double product = 0;
        for (int row = 0; row < size; row++) {
          product += (double) cell(eigen, row, i) * cell(eigen, row, j);
        }
        assertThat(product).as("%d . %d", i, j).isCloseTo(i == j ? 1 : 0, within(1e-4));
      }
    }
    for (int row = 0; row < size; row++) {
      double image = 0;
      for (int other = 0; other < size; other++) {
        image += (double) matrix.cells()[matrix.row(row) + other] * cell(eigen, other, 0);
      }
      assertThat(image).isCloseTo(value(0) * cell(eigen, row, 0), within(2e-3 * value(0)));
    }
  }

  @Test
  void theRestIsTheMeanOfWhatIsLeft() {
    double left = 0;
    for (int i = 50; i < SIZE; i++) {
      left += value(i) / (SIZE - 50);
    }
    LeadingEigen eigen = LeadingEigen.of(decaying(SIZE), 50, 7, new Parallel(1));
    assertThat(eigen.rest()).isCloseTo(left, within(0.1 * left));
    assertThat(LeadingEigen.of(decaying(40), 40, 7, new Parallel(1)).rest()).isZero();
  }

  /// Two directions and eight rows of zeros: what is asked beyond them is zero and not noise.
  @Test
  void directionsThatAreNotThereAreZero() {
    SymmetricMatrix matrix = new SymmetricMatrix(58);
    for (int a = 0; a < 50; a++) {
      for (int b = 0; b < 50; b++) {
        matrix.cells()[matrix.row(a) + b] = a % 2 == b % 2 ? 1 : 0;
      }
    }
    LeadingEigen eigen = LeadingEigen.of(matrix, 5, 7, new Parallel(1));
    assertThat(eigen.values()[0]).isCloseTo(25, within(1e-3));
    assertThat(eigen.values()[1]).isCloseTo(25, within(1e-3));
    assertThat(eigen.values()[2]).isCloseTo(0, within(1e-3));
    assertThat(eigen.rest()).isCloseTo(0, within(1e-3));
    assertThat(eigen.vectors().values()).doesNotContain(Float.NaN);
    for (int row = 50; row < 58; row++) {
      assertThat(cell(eigen, row, 0)).isZero();
    }
  }

  @Test
  void threadsChangeNothing() {
    LeadingEigen one = LeadingEigen.of(decaying(SIZE), 20, 7, new Parallel(1));
    LeadingEigen three = LeadingEigen.of(decaying(SIZE), 20, 7, new Parallel(3));
    assertThat(three.vectors().values()).containsExactly(one.vectors().values());
    assertThat(three.values()).containsExactly(one.values());
  }

  private static float cell(LeadingEigen eigen, int row, int column) {
    return eigen.vectors().values()[row * eigen.vectors().columns() + column];
  }

  private static double value(int i) {
    return 100 * Math.pow(0.9, i);
  }

  /// A matrix whose eigenvalues fall by a tenth each, in directions at random.
  private static SymmetricMatrix decaying(int size) {
    DenseMatrix random = DenseProductTest.random(5, size, size);
    DenseMatrix basis = Orthonormal.of(random, new Parallel(1));
    basis = Orthonormal.of(basis, new Parallel(1));
    SymmetricMatrix matrix = new SymmetricMatrix(size);
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
          double product = (double) basis.values()[a * size + i] * basis.values()[b * size + i];
          sum += value(i) * product;
        }
        matrix.cells()[matrix.row(a) + b] = (float) sum;
      }
    }
    return matrix;
  }
}
