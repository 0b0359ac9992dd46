package dev.akin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class FactorModelTest {
  /// One factor, items 1 and 2 times as strong: everything can be computed by hand.
  private static final FactorModel ONE_FACTOR =
      new FactorModel(
          new QuantizedRows(2, 1, new byte[] {1, 2}, new float[] {1, 1}), new FoldIn(0.5, 0.25, 1));

  @Test
  void theVectorSolvesTheHalfStep() {
    // A = 0.5 * (1 + 4) + 3 * 2 * 2 + 0.25 * (3 + 0.5 * 2) = 15.5; right side 3 * 2.
    float[] vector = ONE_FACTOR.vector(new History(new int[] {1}, new float[] {3}));
    assertThat(vector).containsExactly(new float[] {(float) (6 / 15.5)}, within(1e-6f));
  }

  @Test
  void theScoreIsTheProductAndSplitsIntoSharesOfThePast() {
    // A = 2.5 + 1 * 1 + 3 * 4 + 0.25 * (4 + 1) = 16.75
    ItemScorer.Profile profile =
        ONE_FACTOR.profile(new History(new int[] {0, 1}, new float[] {1, 3}));
    float[] scores = new float[2];
    profile.scores(scores);
    assertThat(scores).containsExactly(new float[] {7 / 16.75f, 2 * 7 / 16.75f}, within(1e-5f));
    assertThat(profile.contributions(1))
        .containsExactly(new double[] {2 / 16.75, 12 / 16.75}, within(1e-9));
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
    FactorModel empty = new FactorModel(QuantizedRows.of(new float[0], 0, 2), new FoldIn(1, 1, 1));
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
    assertThatThrownBy(() -> new FoldIn(0, 1, 1)).hasMessageContaining("unobservedWeight");
    assertThatThrownBy(() -> new FoldIn(1, Double.NaN, 1)).hasMessageContaining("regularization");
    assertThatThrownBy(() -> new FoldIn(1, 1, 1.5)).hasMessageContaining("frequencyScaling");
  }
}
