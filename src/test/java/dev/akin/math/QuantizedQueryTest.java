package dev.akin.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class QuantizedQueryTest {
  @Test
  void theLargestSumDoesNotOverflow() {
    for (int columns : new int[] {1, 8, 64, 1024, 16_384}) {
      float[] query = new float[columns];
      Arrays.fill(query, 3.5f);
      byte[] row = new byte[columns];
      Arrays.fill(row, (byte) 127);
      float[] score = new float[1];
      new PlainKernels()
          .accumulateScores(
              RowTiles.of(row, 1, columns), new float[] {1}, QuantizedQuery.of(query), score);
      assertThat((double) score[0] / (3.5 * 127 * columns)).isCloseTo(1, within(1e-3));
    }
  }

  @Test
  void aZeroQueryScoresZero() {
    QuantizedQuery query = QuantizedQuery.of(new float[3]);
    assertThat(query.scale()).isZero();
    assertThat(query.values()).containsOnly(0);
  }
}
