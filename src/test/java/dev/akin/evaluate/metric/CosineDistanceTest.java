package dev.akin.evaluate.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.math.CsrMatrix;
import org.junit.jupiter.api.Test;

class CosineDistanceTest {
  @Test
  void cosineOfTheWellKnownExampleIsFortyFiveOverFiftyFive() {
    CsrMatrix rows =
        new CsrMatrix(
            2,
            5,
            new int[] {0, 5, 10},
            new int[] {0, 1, 2, 3, 4, 0, 1, 2, 3, 4},
            new float[] {3, 4, 5, 2, 1, 4, 3, 2, 5, 1});
    assertThat(1 - new CosineDistance(rows).between(0, 1))
        .isCloseTo(45 / 55.0, within(1e-12))
        .isCloseTo(0.818, within(5e-4));
  }

  @Test
  void sharedUsersMakeItemsSimilar() {
    CsrMatrix rows =
        new CsrMatrix(
            3, 4, new int[] {0, 2, 4, 4}, new int[] {0, 2, 2, 3}, new float[] {1, 1, 1, 1});
    CosineDistance distance = new CosineDistance(rows);
    assertThat(distance.between(0, 1)).isCloseTo(0.5, within(1e-12));
    assertThat(distance.between(1, 0)).isEqualTo(distance.between(0, 1));
    assertThat(distance.between(0, 0)).isZero();
    assertThat(distance.between(0, 2)).isEqualTo(1);
  }

  @Test
  void rememberingChangesNoDistance() {
    ItemDistance distance = (a, b) -> Math.min(a, b) + 1000.0 * Math.max(a, b);
    ItemDistance remembering = distance.remembering();
    for (int round = 0; round < 2; round++) {
      for (int a = 0; a < 600; a++) {
        for (int b = 0; b < 300; b++) {
          assertThat(remembering.between(a, b)).isEqualTo(distance.between(a, b));
        }
      }
    }
  }
}
