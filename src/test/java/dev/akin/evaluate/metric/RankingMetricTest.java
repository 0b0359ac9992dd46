package dev.akin.evaluate.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// The values are worked out by hand, as implicit, LensKit and Liang's code define them.
class RankingMetricTest {
  private static final double PRECISE = 1e-12;

  /// Hits at places 1 and 3 of a list of 4.
  private static final boolean[] TWO_HITS = {true, false, true, false};

  @Test
  void precisionDividesByTheCut() {
    assertThat(RankingMetric.PRECISION.of(TWO_HITS, 5, 4)).isEqualTo(0.5);
    assertThat(RankingMetric.PRECISION.of(TWO_HITS, 5, 2)).isEqualTo(0.5);
    assertThat(RankingMetric.PRECISION.of(TWO_HITS, 5, 1)).isEqualTo(1.0);
  }

  @Test
  void emptyPlacesOfAShortListAreMisses() {
    assertThat(RankingMetric.PRECISION.of(new boolean[] {true}, 1, 10)).isEqualTo(0.1);
    assertThat(RankingMetric.RECALL.of(new boolean[] {true}, 1, 10)).isEqualTo(1.0);
  }

  @Test
  void recallDividesByAllThatWasHidden() {
    assertThat(RankingMetric.RECALL.of(TWO_HITS, 5, 4)).isEqualTo(0.4);
    assertThat(RankingMetric.RECALL.of(TWO_HITS, 8, 4)).isEqualTo(0.25);
  }

  @Test
  void cappedRecallCanReachOne() {
    assertThat(RankingMetric.RECALL_CAPPED.of(new boolean[] {true, true}, 7, 2)).isEqualTo(1.0);
    assertThat(RankingMetric.RECALL_CAPPED.of(TWO_HITS, 5, 4)).isEqualTo(0.5);
    assertThat(RankingMetric.RECALL_CAPPED.of(TWO_HITS, 2, 4)).isEqualTo(1.0);
  }

  @Test
  void ndcgCutsTheIdealListAtTheSmallerOfCutAndTruth() {
    double gain = 1 + 1 / log2(4);
    assertThat(RankingMetric.NDCG.of(TWO_HITS, 2, 4))
        .isCloseTo(gain / (1 + 1 / log2(3)), within(PRECISE));
    double ideal = 1 + 1 / log2(3) + 1 / log2(4) + 1 / log2(5);
    assertThat(RankingMetric.NDCG.of(TWO_HITS, 9, 4)).isCloseTo(gain / ideal, within(PRECISE));
    assertThat(RankingMetric.NDCG.of(new boolean[] {true, true}, 9, 2)).isEqualTo(1.0);
  }

  @Test
  void averagePrecisionSumsThePrecisionAtHits() {
    assertThat(RankingMetric.AVERAGE_PRECISION.of(TWO_HITS, 2, 4))
        .isCloseTo((1 + 2 / 3.0) / 2, within(PRECISE));
    assertThat(RankingMetric.AVERAGE_PRECISION.of(TWO_HITS, 9, 4))
        .isCloseTo((1 + 2 / 3.0) / 4, within(PRECISE));
  }

  @Test
  void reciprocalRankLooksAtTheFirstHitWithinTheCut() {
    boolean[] third = {false, false, true};
    assertThat(RankingMetric.RECIPROCAL_RANK.of(third, 1, 3)).isEqualTo(1 / 3.0);
    assertThat(RankingMetric.RECIPROCAL_RANK.of(third, 1, 2)).isZero();
  }

  @Test
  void hitRateAsksForAnyHitWithinTheCut() {
    boolean[] third = {false, false, true};
    assertThat(RankingMetric.HIT.of(third, 4, 3)).isEqualTo(1.0);
    assertThat(RankingMetric.HIT.of(third, 4, 2)).isZero();
  }

  @Test
  void nothingFoundIsZeroInEveryMetric() {
    for (RankingMetric metric : RankingMetric.values()) {
      assertThat(metric.of(new boolean[3], 2, 3)).as(metric.key()).isZero();
      assertThat(metric.of(new boolean[0], 2, 3)).as(metric.key()).isZero();
    }
  }

  @Test
  void aUserWithoutHiddenItemsHasNoValue() {
    assertThatIllegalArgumentException().isThrownBy(() -> RankingMetric.RECALL.of(TWO_HITS, 0, 4));
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
