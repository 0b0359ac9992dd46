package dev.akin.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CholeskyTest {
  @Test
  void aKnownSystemIsSolvedInPlace() {
    float[] matrix = {4, 2, 2, 3};
    float[] right = {8, 8};
    assertThat(new Cholesky(new PlainKernels(), 2).solve(matrix, right)).isTrue();
    assertThat(right[0]).isCloseTo(1, within(1e-6f));
    assertThat(right[1]).isCloseTo(2, within(1e-6f));
  }

  @Test
  void whatIsNotPositiveDefiniteIsRefused() {
    for (float[] matrix :
        new float[][] {{1, 1, 1, 1}, {0, 0, 0, 0}, {1, 2, 2, 1}, {Float.NaN, 0, 0, 1}}) {
      assertThat(new Cholesky(Kernels.best(), 2).solve(matrix, new float[] {1, 2})).isFalse();
    }
    assertThat(new Cholesky(Kernels.best(), 1).solve(new float[] {1}, new float[] {Float.NaN}))
        .isFalse();
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void bothTwinsAgreeWithTheExactSolver(RandomCases.Case given) {
    int n = given.size();
    double[] matrix = positiveDefinite(given);
    double[] right = new double[n];
    Arrays.setAll(right, i -> i - 3);
    double[] expected = SymmetricSystem.factor(matrix, n).solve(right);
    for (Kernels kernels : new Kernels[] {new PlainKernels(), new VectorKernels()}) {
      float[] x = new float[n];
      float[] upper = new float[n * n];
      for (int i = 0; i < n; i++) {
        x[i] = (float) right[i];
        for (int j = i; j < n; j++) {
          upper[i * n + j] = (float) matrix[i * n + j];
        }
      }
      assertThat(new Cholesky(kernels, n).solve(upper, x)).isTrue();
      for (int i = 0; i < n; i++) {
        assertThat((double) x[i]).isCloseTo(expected[i], within(1e-3));
      }
    }
  }

  /// `B'B + n I` for a random square B.
  static double[] positiveDefinite(RandomCases.Case given) {
    int n = given.size();
    float[] random = given.floats(n * n);
    double[] matrix = new double[n * n];
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        for (int row = 0; row < n; row++) {
          matrix[a * n + b] += (double) random[row * n + a] * random[row * n + b];
        }
      }
      matrix[a * n + a] += n;
    }
    return matrix;
  }
}
