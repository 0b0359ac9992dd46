package dev.akin.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.math.CsrBuilder;
import dev.akin.math.CsrMatrix;
import dev.akin.math.Parallel;
import org.junit.jupiter.api.Test;

final class RelativeWeightsTest {
  /// Rows with 1, 0 and 3 cells: the mean of those that have any is 2.
  private static final CsrMatrix UNEVEN = uneven();

  @Test
  void fullRowsCountLessAndEmptyOnesNothing() {
    float root = (float) Math.sqrt(2);
    assertThat(RelativeWeights.of(UNEVEN, 0.5))
        .containsExactly(new float[] {root, 0, (float) Math.sqrt(2 / 3.0)}, within(1e-6f));
    assertThat(RelativeWeights.of(UNEVEN, 0)).containsExactly(1, 0, 1);
  }

  @Test
  void aHundredthOfTheMeanIsTheLeastThatCounts() {
    CsrBuilder cells = new CsrBuilder();
    cells.add(0, 0, 1);
    for (int column = 0; column < 999; column++) {
      cells.add(1, column, 1);
    }
    assertThat(RelativeWeights.of(cells.build(2, 999), 1)[0]).isEqualTo(100);
  }

  @Test
  void cellsAreMultipliedByTheWeightOfTheirColumn() {
    CsrMatrix weighted = RelativeWeights.apply(new float[] {1, 10, 100}, UNEVEN);
    assertThat(weighted.values()).containsExactly(20, 3, 40, 500);
    assertThat(UNEVEN.values()).containsExactly(2, 3, 4, 5);
    assertThat(weighted.indices()).isSameAs(UNEVEN.indices());
  }

  @Test
  void theMeanLeavesEmptyRowsOut() {
    assertThat(RelativeWeights.meanRow(UNEVEN)).isEqualTo(7);
    assertThat(RelativeWeights.meanRow(new CsrBuilder().build(2, 2))).isEqualTo(1);
  }

  @Test
  void aGramMatrixWeighsItsRows() {
    float[] rows = {1, 2, 3, 4};
    float[] gram = GramMatrix.of(rows, new float[] {4, 0}, 2, 0.5, new Parallel(1));
    assertThat(gram).containsExactly(2, 4, 4, 8);
  }

  private static CsrMatrix uneven() {
    CsrBuilder cells = new CsrBuilder();
    cells.add(0, 1, 2);
    cells.add(2, 0, 3);
    cells.add(2, 1, 4);
    cells.add(2, 2, 5);
    return cells.build(3, 3);
  }
}
