package dev.akin.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SymmetricSystemTest {
  @Test
  void aKnownSystemIsSolved() {
    double[] matrix = {4, 2, 2, 3};
    SymmetricSystem system = SymmetricSystem.factor(matrix, 2);
    assertThat(system.solve(new double[] {8, 8}))
        .containsExactly(new double[] {1, 2}, within(1e-12));
    assertThat(system.inverse())
        .containsExactly(new double[] {0.375, -0.25, -0.25, 0.5}, within(1e-12));
    assertThat(matrix).containsExactly(4, 2, 2, 3);
  }

  @Test
  void aLargeSystemIsSolvedLikeASmallOne() {
    int size = 1_001;
    double[] matrix = new double[size * size];
    for (int i = 0; i < size; i++) {
      matrix[i * size + i] = i + 1;
    }
    double[] right = new double[size];
    Arrays.setAll(right, i -> 3.0 * (i + 1));
    double[] threes = new double[size];
    Arrays.fill(threes, 3);
    assertThat(SymmetricSystem.factor(matrix, size).solve(right))
        .containsExactly(threes, within(1e-12));
  }

  @Test
  void whatIsNotPositiveDefiniteIsRefusedWithARemedy() {
    for (double[] matrix :
        new double[][] {{1, 1, 1, 1}, {0, 0, 0, 0}, {1, 2, 2, 1}, {-1, 0, 0, 1}}) {
      assertThatThrownBy(() -> SymmetricSystem.factor(matrix, 2))
          .isInstanceOf(SingularMatrixException.class)
          .hasMessageContaining("raise the regularisation");
    }
  }

  @Test
  void aMatrixThatIsNotFiniteIsRefused() {
    double[] matrix = {Double.NaN, 0, 0, 1};
    assertThatThrownBy(() -> SymmetricSystem.factor(matrix, 2).solve(new double[] {1, 1}))
        .isInstanceOf(SingularMatrixException.class);
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void solutionsSatisfyTheirSystem(RandomCases.Case given) {
    int n = given.size();
    double[] matrix = CholeskyTest.positiveDefinite(given);
    double[] right = new double[n];
    Arrays.setAll(right, i -> i - 3);
    double[] x = SymmetricSystem.factor(matrix, n).solve(right);
    double[] inverse = SymmetricSystem.factor(matrix, n).inverse();
    for (int i = 0; i < n; i++) {
      double product = 0;
      double byInverse = 0;
      for (int j = 0; j < n; j++) {
        product += matrix[i * n + j] * x[j];
        byInverse += inverse[i * n + j] * right[j];
      }
      assertThat(product).isCloseTo(right[i], within(1e-8));
      assertThat(byInverse).isCloseTo(x[i], within(1e-8));
    }
  }
}
