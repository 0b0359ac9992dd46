package dev.akin.evaluate.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RatingErrorsTest {
  @Test
  void meanSquaredErrorOfTheWellKnownExampleIsThreePointTwo() {
    RatingErrors errors =
        RatingErrors.of(new double[] {3, 4, 5, 2, 1}, new double[] {2, 5, 3, 1, 4});
    assertThat(errors.mse()).isEqualTo(16 / 5.0);
    assertThat(errors.rmse()).isCloseTo(1.788854, within(1e-6));
    assertThat(errors.mae()).isEqualTo(8 / 5.0);
    assertThat(errors.count()).isEqualTo(5);
  }

  @Test
  void crossEntropyOfTheWellKnownExampleIsInNats() {
    assertThat(RatingErrors.crossEntropy(new double[] {0.6, 0.4}, new double[] {0.4, 0.6}))
        .isCloseTo(0.754, within(5e-4))
        .isCloseTo(-0.6 * Math.log(0.4) - 0.4 * Math.log(0.6), within(1e-12));
  }

  @Test
  void crossEntropyIgnoresWhatCannotHappen() {
    assertThat(RatingErrors.crossEntropy(new double[] {1, 0}, new double[] {1, 0})).isZero();
  }

  @Test
  void logLossIsTheMeanOverOutcomes() {
    assertThat(RatingErrors.logLoss(new double[] {0.8, 0.4}, new double[] {1, 0}))
        .isCloseTo((-Math.log(0.8) - Math.log(0.6)) / 2, within(1e-12));
  }

  @Test
  void logLossStaysFiniteForACertainMistake() {
    assertThat(RatingErrors.logLoss(new double[] {0}, new double[] {1}))
        .isCloseTo(-Math.log(1e-15), within(1e-9));
  }

  @Test
  void differentLengthsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RatingErrors.of(new double[1], new double[2]));
  }
}
