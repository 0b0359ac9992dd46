package dev.akin.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SymmetricMatrixTest {
  @Test
  void theInverseOfAKnownMatrix() {
    SymmetricMatrix matrix = new SymmetricMatrix(2);
    matrix.cells()[matrix.row(0)] = 4;
    matrix.cells()[matrix.row(0) + 1] = 2;
    matrix.cells()[matrix.row(1) + 1] = 3;
    matrix.negatedInverse(new Parallel(1));
    matrix.mirror(new Parallel(1));
    float[] cells = matrix.cells();
    assertThat(cells[0]).isCloseTo(-0.375f, within(1e-6f));
    assertThat(cells[1]).isCloseTo(0.25f, within(1e-6f));
    assertThat(cells[matrix.row(1)]).isEqualTo(cells[1]);
    assertThat(cells[matrix.row(1) + 1]).isCloseTo(-0.5f, within(1e-6f));
  }

  /// Sizes around one block and around one tile, and several blocks.
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 16, 17, 63, 64, 65, 150, 200})
  void theInverseAgreesWithTheExactSolver(int n) {
    double[] exact = CholeskyTest.positiveDefinite(new RandomCases.Case(n, n));
    double[] expected = SymmetricSystem.factor(exact, n).inverse();
    SymmetricMatrix matrix = filled(exact, n);
    matrix.negatedInverse(new Parallel(2));
    matrix.mirror(new Parallel(2));
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        assertThat((double) -matrix.cells()[matrix.row(a) + b])
            .isCloseTo(expected[a * n + b], within(1e-5 / n));
      }
    }
  }

  @Test
  void everyNumberOfThreadsGivesTheSameBits() {
    double[] exact = CholeskyTest.positiveDefinite(new RandomCases.Case(1, 300));
    SymmetricMatrix one = filled(exact, 300);
    SymmetricMatrix three = filled(exact, 300);
    one.negatedInverse(new Parallel(1));
    three.negatedInverse(new Parallel(3));
    one.mirror(new Parallel(1));
    three.mirror(new Parallel(3));
    assertThat(three.cells()).containsExactly(one.cells());
  }

  @Test
  void whatIsNotPositiveDefiniteOrTooLargeIsRefused() {
    assertThatThrownBy(() -> new SymmetricMatrix(3).negatedInverse(new Parallel(1)))
        .isInstanceOf(SingularMatrixException.class);
    assertThatThrownBy(() -> new SymmetricMatrix(SymmetricMatrix.MAX_SIZE + 1))
        .hasMessage("size must be in 0..46336, was 46337");
    assertThat(SymmetricMatrix.bytes(SymmetricMatrix.MAX_SIZE)).isGreaterThan(8L << 30);
  }

  private static SymmetricMatrix filled(double[] exact, int n) {
    SymmetricMatrix matrix = new SymmetricMatrix(n);
    for (int a = 0; a < n; a++) {
      for (int b = a; b < n; b++) {
        matrix.cells()[matrix.row(a) + b] = (float) exact[a * n + b];
      }
    }
    return matrix;
  }
}
