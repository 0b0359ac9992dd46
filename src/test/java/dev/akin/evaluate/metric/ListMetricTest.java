package dev.akin.evaluate.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ListMetricTest {
  @Test
  void diversityIsTheMeanDistanceOfAllPairs() {
    ItemDistance distance = (a, b) -> Math.abs(a - b) / 10.0;
    assertThat(ListMetric.diversity(new int[] {0, 1, 5, 9}, 3, distance))
        .isCloseTo((0.1 + 0.5 + 0.4) / 3, within(1e-12));
  }

  @Test
  void oneItemHasNoDiversity() {
    assertThat(ListMetric.diversity(new int[] {4}, 3, (_, _) -> 1)).isNaN();
  }

  @Test
  void noveltyIsSelfInformationInBits() {
    int[] popularity = {8, 2, 0};
    assertThat(ListMetric.novelty(new int[] {0, 1}, 2, popularity, 8))
        .isCloseTo((0 + 2) / 2.0, within(1e-12));
    assertThat(ListMetric.novelty(new int[] {2}, 2, popularity, 8))
        .as("an item nobody had counts as had by one")
        .isCloseTo(3, within(1e-12));
  }

  @Test
  void popularityIsTheMeanOfTheList() {
    assertThat(ListMetric.popularity(new int[] {0, 1, 2}, 2, new int[] {8, 2, 0})).isEqualTo(5);
    assertThat(ListMetric.popularity(new int[0], 2, new int[] {8})).isNaN();
  }

  @Test
  void giniIsZeroForEqualAndHighForOneWinner() {
    assertThat(Concentration.gini(new int[] {3, 3, 3, 3})).isZero();
    assertThat(Concentration.gini(new int[] {0, 0, 0, 7})).isEqualTo(0.75);
    assertThat(Concentration.gini(new int[] {1, 3})).isEqualTo(0.25);
    assertThat(Concentration.gini(new int[] {0, 0})).isZero();
  }

  @Test
  void coverageCountsItemsShownToAnybody() {
    assertThat(Concentration.coverage(new int[] {0, 1, 5, 0})).isEqualTo(0.5);
  }
}
