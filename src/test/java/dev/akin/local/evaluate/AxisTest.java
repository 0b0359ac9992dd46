package dev.akin.local.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AxisTest {
  @Test
  void ticksAreRoundAndCoverTheValues() {
    Axis axis = Axis.over(0, 0.37, 100, 400);
    assertThat(axis.ticks().stream().map(axis::label))
        .containsExactly("0.0", "0.1", "0.2", "0.3", "0.4");
    assertThat(axis.at(0)).isEqualTo(100);
    assertThat(axis.at(0.4)).isCloseTo(400, within(1e-9));
  }

  @Test
  void negativeRangesKeepZeroWithoutSign() {
    Axis axis = Axis.over(-0.03, 0.05, 0, 100);
    assertThat(axis.ticks().stream().map(axis::label)).contains("-0.04", "0.00", "0.06");
  }

  @Test
  void aSingleValueStillHasAnAxis() {
    Axis axis = Axis.over(0, 0, 0, 100);
    assertThat(axis.high()).isGreaterThan(axis.low());
    assertThat(axis.at(0)).isFinite();
  }
}
