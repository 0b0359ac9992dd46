package dev.akin.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DenseProductTest {
  private static final List<Kernels> TWINS = List.of(new PlainKernels(), new VectorKernels());

  /// Sizes around a block, around a tile, and without any cell.
  @ParameterizedTest
  @CsvSource({
    "1,1,1",
    "0,3,2",
    "3,0,2",
    "3,2,0",
    "7,5,9",
    "128,128,32",
    "131,129,35",
    "300,260,70"
  })
  void everyCellIsTheSumOfProducts(int rows, int depth, int columns) {
    DenseMatrix left = random(1, rows, depth);
    DenseMatrix right = random(2, depth, columns);
    for (Kernels kernels : TWINS) {
      DenseMatrix product = new DenseProduct(kernels, new Parallel(2)).of(left, right);
      assertThat(product.rows()).isEqualTo(rows);
      assertThat(product.columns()).isEqualTo(columns);
      DenseMatrix turned =
          new DenseProduct(kernels, new Parallel(1))
              .of(Strided.transposed(left.transposed().values(), 0, rows), rows, right);
      assertThat(turned.values()).containsExactly(product.values());
      for (int r = 0; r < rows; r++) {
        for (int c = 0; c < columns; c++) {
          assertThat((double) product.values()[r * columns + c])
              .isCloseTo(expected(left, right, r, c), within(1e-3));
        }
      }
    }
  }

  private static double expected(DenseMatrix left, DenseMatrix right, int row, int column) {
    double sum = 0;
    for (int n = 0; n < right.rows(); n++) {
      sum +=
          (double) left.values()[row * left.columns() + n]
              * right.values()[n * right.columns() + column];
    }
    return sum;
  }

  @Test
  void aTransposedMatrixHasItsRowsAsColumns() {
    DenseMatrix matrix = new DenseMatrix(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
    assertThat(matrix.transposed().values()).containsExactly(1, 4, 2, 5, 3, 6);
    DenseMatrix large = random(3, 70, 33);
    assertThat(large.transposed().transposed().values()).containsExactly(large.values());
  }

  @Test
  void sizesThatDoNotMatchAreRefused() {
    DenseProduct product = new DenseProduct(new Parallel(1));
    DenseMatrix matrix = DenseMatrix.zeros(2, 3);
    assertThatThrownBy(() -> product.of(matrix, matrix))
        .hasMessage("3 columns of the left, 2 rows of the right side");
    assertThatThrownBy(() -> new DenseMatrix(new float[5], 2, 3)).hasMessage("5 values for 2 x 3");
  }

  static DenseMatrix random(long seed, int rows, int columns) {
    float[] values = new RandomCases.Case(seed, 0).floats(rows * columns);
    return new DenseMatrix(values, rows, columns);
  }
}
