package dev.akin.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SymmetricEigenTest {
  @Test
  void theLargestValueComesFirst() {
    SymmetricEigen eigen = SymmetricEigen.of(new double[] {2, 1, 1, 2}, 2);
    double half = Math.sqrt(0.5);
    assertThat(eigen.values()).containsExactly(new double[] {3, 1}, within(1e-12));
    assertThat(eigen.vectors()[0]).isCloseTo(half, within(1e-12));
    assertThat(eigen.vectors()[1]).isCloseTo(half, within(1e-12));
    assertThat(Math.abs(eigen.vectors()[2])).isCloseTo(half, within(1e-12));
    assertThat(eigen.vectors()[3]).isCloseTo(-eigen.vectors()[2], within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void vectorsTimesValuesGiveTheMatrixBack(RandomCases.Case given) {
    int n = given.size();
    double[] matrix = CholeskyTest.positiveDefinite(given);
    SymmetricEigen eigen = SymmetricEigen.of(matrix, n);
    assertThat(eigen.values()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
          sum += eigen.values()[i] * eigen.vectors()[i * n + a] * eigen.vectors()[i * n + b];
        }
        assertThat(sum).isCloseTo(matrix[a * n + b], within(1e-9 * (1 + n * n)));
      }
    }
  }

  @Test
  void aMatrixOfAnotherSizeIsRefused() {
    assertThatThrownBy(() -> SymmetricEigen.of(new double[3], 2))
        .hasMessage("3 values for a matrix of size 2");
  }
}
