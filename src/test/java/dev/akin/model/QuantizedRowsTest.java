package dev.akin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.math.RandomCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class QuantizedRowsTest {
  @Test
  void theLargestMagnitudeOfARowBecomes127() {
    QuantizedRows rows = QuantizedRows.of(new float[] {1, -2, 0, 0}, 2, 2);
    assertThat(rows.values()).containsExactly(64, -127, 0, 0);
    assertThat(rows.scales()).containsExactly(2f / 127, 0);
    assertThat(rows.norms()[0]).isCloseTo((float) Math.sqrt(5), within(0.01f));
    assertThat(rows.norms()[1]).isZero();
  }

  @Test
  void valuesTooSmallForAScaleBecomeZero() {
    QuantizedRows rows = QuantizedRows.of(new float[] {Float.MIN_VALUE, 0}, 1, 2);
    assertThat(rows.values()).containsOnly(0);
    assertThat(rows.scales()).containsExactly(0);
  }

  @Test
  void partsThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> new QuantizedRows(2, 2, new byte[3], new float[2]))
        .hasMessage("3 values for 2 x 2");
    assertThatThrownBy(() -> new QuantizedRows(1, 2, new byte[2], new float[2]))
        .hasMessage("2 scales for 1 rows");
    assertThatThrownBy(() -> new QuantizedRows(1, 1, new byte[1], new float[] {Float.NaN}))
        .hasMessageContaining("NaN");
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void noCellIsOffByMoreThanHalfItsScale(RandomCases.Case given) {
    int columns = given.size();
    float[] dense = given.floats(3 * columns);
    QuantizedRows rows = QuantizedRows.of(dense, 3, columns);
    float[] weights = {0.5f, 0, 3};
    double[] row = new double[columns];
    double[] gram = new double[columns * columns];
    for (int r = 0; r < 3; r++) {
      rows.row(r, row);
      for (int c = 0; c < columns; c++) {
        double half = 0.5 * rows.scales()[r];
        assertThat(row[c]).isCloseTo(dense[r * columns + c], within(half * 1.0001));
        for (int d = 0; d < columns; d++) {
          gram[c * columns + d] += weights[r] * row[c] * row[d];
        }
      }
    }
    assertThat(rows.gram(weights)).containsExactly(gram, within(1e-9));
  }
}
