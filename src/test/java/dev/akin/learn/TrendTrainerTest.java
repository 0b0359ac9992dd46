package dev.akin.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.model.Trends;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrendTrainerTest {
  private static final Instant END = Instant.parse("2026-11-24T00:00:00Z");

  private final List<double[]> events = new ArrayList<>();

  /// Of one subject each, so that nobody counts twice.
  private void liked(int item, int customers, double daysAgo) {
    for (int n = 0; n < customers; n++) {
      events.add(new double[] {item, daysAgo, 1});
    }
  }

  private Trends trends() {
    int[] starts = new int[events.size() + 1];
    int[] items = new int[events.size()];
    float[] weights = new float[events.size()];
    long[] times = new long[events.size()];
    for (int e = 0; e < items.length; e++) {
      starts[e + 1] = e + 1;
      items[e] = (int) events.get(e)[0];
      times[e] =
          END.minus(Duration.ofMinutes(Math.round(events.get(e)[1] * 24 * 60))).toEpochMilli();
      weights[e] = (float) events.get(e)[2];
    }
    return fit(new EventRows(4, starts, items, weights, times, new boolean[items.length], 0));
  }

  private static Trends fit(EventRows rows) {
    return new TrendTrainer(Trending.DEFAULT_SMOOTHING).fit(rows, END);
  }

  @Test
  void whatGrowsBeyondTheShopTrendsInItsWindowOnly() {
    liked(0, 20, 2);
    liked(0, 20, 9);
    liked(1, 30, 2);
    liked(1, 2, 9);
    liked(2, 5, 0.5);

    Trends trends = trends();

    assertThat(trends.byDays()).containsOnlyKeys(1, 7, 30);
    assertThat(trends.scores(7, 4)[1]).isGreaterThan(trends.scores(7, 4)[0]);
    assertThat(trends.scores(7, 4)[0]).as("no more than before").isZero();
    assertThat(trends.scores(7, 4)[3]).isZero();
    assertThat(trends.scores(1, 4)).containsExactly(0, 0, trends.scores(1, 4)[2], 0);
    assertThat(trends.scores(1, 4)[2]).isPositive();
  }

  @Test
  void theFutureAndWhatSpeaksAgainstAnItemDoNotCount() {
    liked(0, 5, -1);
    events.add(new double[] {1, 2, -5});

    assertThat(trends().scores(7, 4)).containsOnly(0);
  }

  @Test
  void oneCustomerCountsOnce() {
    long time = END.minus(Duration.ofDays(1)).toEpochMilli();
    EventRows eager =
        new EventRows(
            2,
            new int[] {0, 3, 4},
            new int[] {0, 0, 0, 1},
            new float[] {1, 1, 5, 1},
            new long[] {time, time, time, time},
            new boolean[4],
            0);

    float[] scores = fit(eager).scores(7, 2);

    assertThat(scores[0]).isPositive().isEqualTo(scores[1]);
  }

  @Test
  void withoutEventsNothingTrends() {
    assertThat(trends().scores(30, 4)).containsOnly(0);
    assertThat(Trends.none().scores(7, 3)).containsExactly(0, 0, 0);
  }
}
