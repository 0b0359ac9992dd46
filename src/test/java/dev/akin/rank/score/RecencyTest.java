package dev.akin.rank.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class RecencyTest {
  @Test
  void theScoreIsTheShareOfItemsThatCameNoLater() {
    long[] dates = {20, Recency.NO_DATE, 30, 20, 10};

    assertThat(Recency.scores(dates)).containsExactly(0.8f, 0, 1, 0.8f, 0.4f);
    assertThat(dates).startsWith(20, Recency.NO_DATE);
    assertThat(Recency.scores(new long[0])).isEmpty();
  }

  @Test
  void aMillisecondCountsBesideDecades() {
    long moment = 1_795_521_600_000L;
    float[] scores = Recency.scores(new long[] {0, moment, moment + 1, moment - 1});

    assertThat(scores[2]).isGreaterThan(scores[1]);
    assertThat(scores[1]).isGreaterThan(scores[3]);
    assertThat(scores[3]).isGreaterThan(scores[0]);
  }

  @Test
  void theOrderOfScoresIsTheOrderOfDates() {
    SplittableRandom random = new SplittableRandom(5);
    long[] dates = random.longs(200, 0, 50).toArray();
    float[] scores = Recency.scores(dates);

    for (int a = 0; a < dates.length; a++) {
      for (int b = 0; b < dates.length; b++) {
        assertThat(Float.compare(scores[a], scores[b]))
            .as(Arrays.toString(new int[] {a, b}))
            .isEqualTo(Long.compare(dates[a], dates[b]));
      }
    }
  }
}
