package dev.akin.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PackedMatrixTest {
  private static final int[] STARTS = {0, 3, 3, 4};
  private static final float[] VALUES = {1, -0.25f, 0, 3e-4f};

  @ParameterizedTest
  @ValueSource(ints = {4, 1_000, 100_000, 1_000_000, PackedMatrix.MOST_COLUMNS})
  void valuesAreOffByHalfAStepOfTheirRowAtMost(int columns) {
    int[] indices = {3, 0, columns - 1, columns / 2};

    PackedMatrix packed = PackedMatrix.of(columns, STARTS, indices, VALUES);

    for (int p = 0; p < indices.length; p++) {
      assertThat(packed.column(p)).isEqualTo(indices[p]);
    }
    double step = 1.0 / ((1 << (packed.bits() - 1)) - 1);
    for (int p = 0; p < 3; p++) {
      assertThat(packed.value(0, p)).isCloseTo(VALUES[p], within((float) (0.51 * step)));
    }
    assertThat(packed.value(2, 3)).isCloseTo(3e-4f, within(1e-9f));
  }

  @Test
  void aHundredThousandColumnsLeaveFifteenBits() {
    assertThat(PackedMatrix.of(100_000, new int[1], new int[0], new float[0]).bits()).isEqualTo(15);
    assertThat(PackedMatrix.of(1 << 20, new int[1], new int[0], new float[0]).bits()).isEqualTo(12);
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void transposingExchangesRowsAndColumnsAndKeepsTheValues(RandomCases.Case given) {
    CsrMatrix matrix = matrix(given, 7, given.size() + 1);
    CsrMatrix expected = matrix.transpose();

    PackedMatrix found = PackedMatrix.of(matrix).transpose();

    assertThat(found.starts()).containsExactly(expected.starts());
    for (int p = 0; p < found.size(); p++) {
      assertThat(found.column(p)).isEqualTo(expected.indices()[p]);
      assertThat(found.values()[p]).isCloseTo(expected.values()[p], within(1e-5f));
    }
  }

  @Test
  void aRowOfZerosStaysZero() {
    PackedMatrix packed = PackedMatrix.of(2, new int[] {0, 1}, new int[] {1}, new float[] {0});
    assertThat(packed.values()).containsExactly(0);
    assertThat(packed.transpose().values()).containsExactly(0);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    int[] cell = {1 << 24};
    assertThat(new PackedMatrix(2, new int[] {0, 1}, cell, new float[] {1}).size()).isOne();
    assertRefused(1, new int[] {0, 1}, cell, 1);
    assertRefused(2, new int[] {0, 2}, cell, 1);
    assertRefused(2, new int[] {1, 1}, cell, 1);
    assertRefused(2, new int[] {0, 1}, cell, -1);
    assertRefused(2, new int[] {0, 1}, cell, Float.NaN);
    assertRefused(2, new int[] {0, 1}, cell, Float.MAX_VALUE);
    assertRefused(PackedMatrix.MOST_COLUMNS + 1, new int[] {0, 1}, cell, 1);
  }

  private static void assertRefused(int columns, int[] starts, int[] cells, float scale) {
    assertThatThrownBy(() -> new PackedMatrix(columns, starts, cells, new float[] {scale}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static CsrMatrix matrix(RandomCases.Case given, int rows, int columns) {
    SeededRandom random = given.random();
    CsrBuilder cells = new CsrBuilder();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        if (random.nextInt(3) == 0) {
          cells.add(row, column, (float) random.nextGaussian());
        }
      }
    }
    return cells.build(rows, columns);
  }
}
