package dev.akin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.math.RowTiles;
import org.junit.jupiter.api.Test;

final class FactorModelTest {
  /// One factor, items 1 and 2 times as strong: everything can be computed by hand.
  private static final FactorModel ONE_FACTOR =
      new FactorModel(
          new QuantizedRows(2, 1, RowTiles.of(new byte[] {1, 2}, 2, 1), new float[] {1, 1}),
          new float[] {1, 1},
          new FoldIn(0.5, 0.25, 0.5, 1));

  @Test
  void theVectorSolvesTheHalfStep() {
    // A = 0.5 * (1 + 4) + 4 * 2 * 2 + 0.25 * 4^0.5 = 19; right side 4 * 2.
    float[] vector = ONE_FACTOR.vector(new History(new int[] {1}, new float[] {4}));
    assertThat(vector).containsExactly(new float[] {8 / 19f}, within(1e-6f));
  }

  @Test
  void theScoreIsTheProductAndSplitsIntoSharesOfThePast() {
    // A = 2.5 + 1 * 1 + 3 * 4 + 0.25 * 4^0.5 = 16
    ItemScorer.Profile profile =
        ONE_FACTOR.profile(new History(new int[] {0, 1}, new float[] {1, 3}));
    float[] scores = new float[2];
    profile.scores(scores);
    assertThat(scores).containsExactly(new float[] {7 / 16f, 2 * 7 / 16f}, within(1e-5f));
    assertThat(profile.contributions(1))
        .containsExactly(new double[] {2 / 16.0, 12 / 16.0}, within(1e-7));
  }

  @Test
  void aWeightCountsInTheCellsOfItsItemOnly() {
    FactorModel weighted =
        new FactorModel(ONE_FACTOR.factors(), new float[] {1, 0.5f}, new FoldIn(0.5, 0.25, 0.5, 1));
    // A = 0.5 * (1 + 0.5 * 4) + 1 * 1 + 0.5 * 6 * 4 + 0.25 * (1 + 0.5 * 6)^0.5 = 15
    ItemScorer.Profile profile =
        weighted.profile(new History(new int[] {0, 1}, new float[] {1, 6}));
    float[] scores = new float[2];
    profile.scores(scores);
    assertThat(scores).containsExactly(new float[] {7 / 15f, 2 * 7 / 15f}, within(1e-5f));
    assertThat(profile.contributions(1))
        .containsExactly(new double[] {2 / 15.0, 12 / 15.0}, within(1e-7));
  }

  @Test
  void impossibleItemWeightsAreRefused() {
    FoldIn foldIn = ONE_FACTOR.foldIn();
    assertThatThrownBy(() -> new FactorModel(ONE_FACTOR.factors(), new float[] {1}, foldIn))
        .hasMessage("1 weights for 2 items");
    assertThatThrownBy(() -> new FactorModel(ONE_FACTOR.factors(), new float[] {1, -1}, foldIn))
        .hasMessage("weight must be finite, not negative, was -1.0");
    float[] unknown = {Float.NaN, 1};
    assertThatThrownBy(() -> new FactorModel(ONE_FACTOR.factors(), unknown, foldIn))
        .hasMessageContaining("NaN");
  }

  @Test
  void withoutAHistoryEverythingScoresZero() {
    float[] scores = {1, 1};
    ONE_FACTOR.profile(History.EMPTY).scores(scores);
    assertThat(scores).containsExactly(0, 0);
    assertThat(ONE_FACTOR.profile(History.EMPTY).contributions(0)).isEmpty();
  }

  @Test
  void aModelWithoutItemsScoresNothing() {
    QuantizedRows none = QuantizedRows.of(new float[0], 0, 2);
    FactorModel empty = new FactorModel(none, new float[0], new FoldIn(1, 1, 1, 1));
    assertThat(empty.items()).isZero();
    assertThat(empty.dimension()).isEqualTo(2);
  }

  @Test
  void placesForTheWrongNumberOfScoresAreRefused() {
    assertThatThrownBy(() -> ONE_FACTOR.profile(History.EMPTY).scores(new float[3]))
        .hasMessage("3 places for 2 scores");
  }

  @Test
  void impossibleWeightsAreRefusedByName() {
    assertThatThrownBy(() -> new FoldIn(0, 1, 1, 1)).hasMessageContaining("unobservedWeight");
    assertThatThrownBy(() -> new FoldIn(1, Double.NaN, 1, 1))
        .hasMessageContaining("regularization");
    assertThatThrownBy(() -> new FoldIn(1, 1, 1.5, 1)).hasMessageContaining("frequencyScaling");
    assertThatThrownBy(() -> new FoldIn(1, 1, 1, 0)).hasMessageContaining("meanWeight");
  }

  @Test
  void theRidgeGrowsWithTheHistoryFromAHundredthOfTheMeanOn() {
    FoldIn foldIn = new FoldIn(1, 6, 0.5, 100);
    assertThat(foldIn.ridge(100)).isEqualTo(6);
    assertThat(foldIn.ridge(25)).isCloseTo(3, within(1e-12));
    assertThat(foldIn.ridge(1)).isCloseTo(0.6, within(1e-12));
    assertThat(foldIn.ridge(0)).isEqualTo(foldIn.ridge(1));
  }
}
