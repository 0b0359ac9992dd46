package dev.akin.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class TrendingTest {
  /// Both windows have 40 events: expectations are 10, 30, 0; `(20 - 10) / sqrt(10 + 6)`, then
  /// nothing for a fall, then `4 / sqrt 6`.
  @Test
  void theSurplusIsMeasuredInStandardDeviations() {
    float[] scores = Trending.scores(new float[] {20, 16, 4}, new float[] {10, 30, 0}, 6).scores();
    assertThat(scores[0]).isCloseTo(2.5f, within(1e-6f));
    assertThat(scores[1]).isZero();
    assertThat((double) scores[2]).isCloseTo(4 / Math.sqrt(6), within(1e-6));
  }

  @Test
  void aBusyWeekMakesNothingTrend() {
    assertThat(Trending.scores(new float[] {20, 60}, new float[] {10, 30}, 1).scores())
        .containsOnly(0);
  }

  @Test
  void smoothingKeepsSmallNumbersDown() {
    float[] recent = {30, 1, 69};
    float[] previous = {10, 0, 90};
    float[] sharp = Trending.scores(recent, previous, 1e-3).scores();
    float[] smooth = Trending.scores(recent, previous, Trending.DEFAULT_SMOOTHING).scores();
    assertThat(sharp[1]).isGreaterThan(sharp[0]);
    assertThat(smooth[0]).isGreaterThan(smooth[1]);
  }

  @Test
  void withoutAPastTheOrderIsThatOfTheCounts() {
    float[] scores = Trending.scores(new float[] {4, 8, 0}, new float[3], 4).scores();
    assertThat(scores).containsExactly(2, 4, 0);
    assertThat(Trending.scores(new float[0], new float[0], 1).items()).isZero();
  }

  @Test
  void countsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> Trending.scores(new float[2], new float[1], 1))
        .hasMessage("2 recent counts, 1 previous ones");
    assertThatThrownBy(() -> Trending.scores(new float[] {-1}, new float[] {1}, 1))
        .hasMessageContaining("count");
    assertThatThrownBy(() -> Trending.scores(new float[] {1}, new float[] {Float.NaN}, 1))
        .hasMessageContaining("count");
    assertThatThrownBy(() -> Trending.scores(new float[] {1}, new float[] {1}, 0))
        .hasMessageContaining("smoothing");
  }
}
