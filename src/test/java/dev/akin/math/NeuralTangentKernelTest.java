package dev.akin.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NeuralTangentKernelTest {
  /// At a right angle `k0 = 1/2` and `k1 = 1/pi`: T = 1/pi. At 60 degrees `k0 = 2/3` and `k1 =
  /// (sqrt 3 / 2 + pi / 3) / pi`.
  @Test
  void oneLayerByHand() {
    NeuralTangentKernel kernel = new NeuralTangentKernel(1);
    assertThat(kernel.of(0)).isCloseTo(1 / Math.PI / 2, within(1e-12));
    double sixty = (0.5 * 2 / 3 + (Math.sqrt(0.75) + Math.PI / 3) / Math.PI) / 2;
    assertThat(kernel.of(0.5)).isCloseTo(sixty, within(1e-12));
  }

  /// The second layer starts from the similarity 1/pi and the tangent 1/pi.
  @Test
  void twoLayersByHand() {
    double s = 1 / Math.PI;
    double angle = Math.PI - Math.acos(s);
    double expected = s * angle / Math.PI + (Math.sqrt(1 - s * s) + s * angle) / Math.PI;
    assertThat(new NeuralTangentKernel(2).of(0)).isCloseTo(expected / 3, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 16})
  void itGrowsFromNothingInCommonToEqual(int depth) {
    NeuralTangentKernel kernel = new NeuralTangentKernel(depth);
    assertThat(kernel.of(1)).isEqualTo(1);
    assertThat(kernel.of(1.001)).isEqualTo(1);
    double previous = kernel.of(0);
    for (int step = 1; step <= 100; step++) {
      double next = kernel.of(step / 100.0);
      assertThat(next).isGreaterThan(previous);
      previous = next;
    }
  }

  @Test
  void anImpossibleDepthIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new NeuralTangentKernel(0));
    assertThatIllegalArgumentException().isThrownBy(() -> new NeuralTangentKernel(17));
  }
}
