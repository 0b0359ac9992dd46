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
    assertThat(rows.whole(0)).containsExactly(64, -127);
    assertThat(rows.whole(1)).containsExactly(0, 0);
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
  void pickedRowsKeepTheirValues() {
    float[] dense = new float[20 * 3];
    for (int p = 0; p < dense.length; p++) {
      dense[p] = p;
    }
    QuantizedRows rows = QuantizedRows.of(dense, 20, 3);

    QuantizedRows picked = rows.pick(new int[] {19, 0, 8});

    assertThat(picked.whole(0)).containsExactly(rows.whole(19));
    assertThat(picked.whole(1)).containsExactly(rows.whole(0));
    assertThat(picked.whole(2)).containsExactly(rows.whole(8));
    assertThat(picked.scales()).containsExactly(59f / 127, 2f / 127, 26f / 127);
  }

  @Test
  void partsThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> new QuantizedRows(2, 2, new byte[4], new float[2]))
        .hasMessage("4 values for 2 x 2");
    assertThatThrownBy(() -> new QuantizedRows(Integer.MAX_VALUE, 9, new byte[8], new float[2]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new QuantizedRows(1, 2, new byte[16], new float[2]))
        .hasMessage("2 scales for 1 rows");
    assertThatThrownBy(() -> new QuantizedRows(1, 1, new byte[8], new float[] {Float.NaN}))
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
