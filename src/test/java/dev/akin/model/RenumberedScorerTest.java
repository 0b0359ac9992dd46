package dev.akin.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RenumberedScorerTest {
  /// Older items: 0 and 1 are neighbours, 2 is alone.
  private static final ItemScorer OLDER =
      new NeighbourModel(
          new NeighbourLists(new int[] {0, 1, 2, 2}, new int[] {1, 0}, new float[] {2, 3}));

  @Test
  void scoresArriveAtTheNewNumbersAndNewItemsComeLast() {
    ItemScorer renumbered = new RenumberedScorer(OLDER, new int[] {-1, 0, -1, 1, 2});
    float[] scores = new float[5];

    renumbered.profile(new History(new int[] {0, 1}, new float[] {1, 1})).scores(scores);

    assertThat(scores[3]).isEqualTo(2);
    assertThat(scores[0]).isLessThan(scores[4]).isEqualTo(scores[2]);
  }

  @Test
  void anItemThatLeftTheCatalogueIsForgotten() {
    ItemScorer renumbered = new RenumberedScorer(OLDER, new int[] {0, 2});
    float[] scores = new float[2];

    renumbered.profile(new History(new int[] {0}, new float[] {1})).scores(scores);

    assertThat(scores).containsExactly(0, 0);
  }
}
