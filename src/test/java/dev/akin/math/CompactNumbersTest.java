package dev.akin.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CompactNumbersTest {
  @Test
  void columnsAreNumberedInTheOrderInWhichTheyComeUp() {
    CompactNumbers numbers = new CompactNumbers(9);

    assertThat(numbers.of(8)).isZero();
    assertThat(numbers.of(3)).isOne();
    assertThat(numbers.of(8)).isZero();
    assertThat(numbers.find(3)).isOne();
    assertThat(numbers.find(4)).isNegative();
    assertThat(numbers.size()).isEqualTo(2);
  }
}
