package dev.akin.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CsrBuilderTest {
  @Test
  void cellsAreSortedAndDuplicatesSummed() {
    CsrBuilder builder = new CsrBuilder();
    builder.add(2, 1, 5);
    builder.add(0, 3, 1);
    builder.add(0, 0, 2);
    builder.add(0, 3, -4);
    CsrMatrix matrix = builder.build(4, 4);
    assertThat(matrix.starts()).containsExactly(0, 2, 2, 3, 3);
    assertThat(matrix.indices()).containsExactly(0, 3, 1);
    assertThat(matrix.values()).containsExactly(2, -3, 5);
    assertThat(builder.size()).isEqualTo(4);
  }

  @Test
  void whatIsCancelledIsLeftOutOfThePositiveCells() {
    CsrBuilder builder = new CsrBuilder();
    builder.add(0, 0, 5);
    builder.add(0, 0, -5);
    builder.add(0, 1, -1);
    builder.add(0, 2, 1);
    CsrMatrix matrix = builder.buildPositive(1, 3);
    assertThat(matrix.indices()).containsExactly(2);
    assertThat(matrix.values()).containsExactly(1);
  }

  @Test
  void impossibleCellsAreRefused() {
    CsrBuilder builder = new CsrBuilder();
    assertThatThrownBy(() -> builder.add(-1, 0, 1)).hasMessageContaining("row -1");
    assertThatThrownBy(() -> builder.add(0, 0, Float.NaN)).hasMessageContaining("NaN");
    builder.add(1, 2, 1);
    assertThatThrownBy(() -> builder.build(2, 2)).hasMessageContaining("outside 2 x 2");
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void theOrderOfArrivalDoesNotMatterToTheLastBit(RandomCases.Case given) {
    int count = 40 * given.size();
    float[] values = given.floats(count);
    int[] order = IntStream.range(0, count).toArray();
    CsrMatrix first = build(order, values);
    given.random().shuffle(order);
    CsrMatrix second = build(order, values);
    assertThat(second.starts()).containsExactly(first.starts());
    assertThat(second.indices()).containsExactly(first.indices());
    assertThat(second.values()).containsExactly(first.values());
    assertThat(first.transpose().transpose().values()).containsExactly(first.values());
  }

  private static CsrMatrix build(int[] order, float[] values) {
    CsrBuilder builder = new CsrBuilder();
    for (int p : order) {
      builder.add(p % 7, p * 31 % 11, values[p] * (float) Math.pow(10, p % 9));
    }
    return builder.build(7, 11);
  }
}
