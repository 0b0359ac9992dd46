package dev.akin.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ExponentialTest {
  @Test
  void itIsTheLibrarysWithinOneMillionth() {
    for (float x = -87; x <= 88; x += 0.0137f) {
      double exact = StrictMath.exp(x);
      assertThat(Exponential.of(x) / exact).as("e^%s", x).isCloseTo(1, within(1e-6));
    }
    assertThat(Exponential.of(0)).isEqualTo(1);
  }

  @Test
  void itRisesWithItsArgument() {
    float last = 0;
    for (float x = -10; x <= 10; x += 0.001f) {
      float value = Exponential.of(x);
      assertThat(value).isGreaterThan(last);
      last = value;
    }
  }

  @Test
  void argumentsBeyondItsRangeAreItsBorders() {
    assertThat(Exponential.of(-1e9f)).isEqualTo(Exponential.of(-87)).isPositive();
    assertThat(Exponential.of(Float.NEGATIVE_INFINITY)).isPositive();
    assertThat(Exponential.of(1e9f)).isEqualTo(Exponential.of(88)).isFinite();
  }
}
