package dev.akin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class NeighbourModelTest {
  private static final NeighbourLists LISTS =
      new NeighbourLists(new int[] {0, 2, 3, 3}, new int[] {1, 2, 2}, new float[] {0.5f, 0.25f, 1});

  @Test
  void anItemScoresTheStrengthTimesWeightOfThePast() {
    ItemScorer.Profile profile =
        new NeighbourModel(LISTS).profile(new History(new int[] {0, 1}, new float[] {2, 3}));
    float[] scores = {9, 9, 9};
    profile.scores(scores);
    assertThat(scores).containsExactly(new float[] {0, 1, 3.5f}, within(1e-6f));
    assertThat(profile.contributions(2)).containsExactly(new double[] {0.5, 3}, within(1e-6));
    assertThat(profile.contributions(0)).containsExactly(0, 0);
  }

  @Test
  void listsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> lists(new int[] {0, 1}, new int[] {0}, 1))
        .hasMessage("bad neighbour 0 of item 0");
    assertThatThrownBy(() -> lists(new int[] {0, 1, 1}, new int[] {2}, 1))
        .hasMessage("bad neighbour 2 of item 0");
    assertThatThrownBy(() -> lists(new int[] {0, 2, 2, 2}, new int[] {1, 2}, 1, 2))
        .hasMessage("bad neighbour 2 of item 0");
    assertThatThrownBy(() -> lists(new int[] {0, 1, 1}, new int[] {1}, Float.NaN))
        .hasMessage("bad neighbour 1 of item 0");
    assertThatThrownBy(() -> lists(new int[] {0, 2, 1}, new int[] {1}, 1))
        .hasMessageContaining("starts");
    assertThatThrownBy(() -> lists(new int[0], new int[0])).hasMessageContaining("starts");
  }

  private static NeighbourLists lists(int[] starts, int[] items, float... weights) {
    return new NeighbourLists(starts, items, weights);
  }
}
