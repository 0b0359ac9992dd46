package dev.akin.rank.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.math.SeededRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class BeliefsTest {
  @Test
  void equalBeliefsAreEquallyLikelyTheBest() {
    double[] best = best(new double[] {2, 2, 2, 2}, new double[] {9, 9, 9, 9});

    assertThat(best).containsExactly(new double[] {0.25, 0.25, 0.25, 0.25}, within(1e-12));
  }

  @Test
  void anItemAloneIsTheBest() {
    assertThat(best(new double[] {3}, new double[] {4})).containsExactly(1);
    assertThat(best(new double[0], new double[0])).isEmpty();
  }

  /// P(X > Y) for X ~ Beta(2, 1), Y ~ Beta(1, 1) is E X = 2/3.
  @Test
  void theProbabilityOfTwoIsTheKnownOne() {
    assertThat(best(new double[] {2, 1}, new double[] {1, 1})[0]).isCloseTo(2 / 3.0, within(0.01));
  }

  @Test
  void probabilitiesAgreeWithDrawing() {
    int[] hits = {3, 1, 2, 6};
    int[] misses = {40, 10, 25, 60};
    int draws = 40_000;
    int[] wins = new int[hits.length];
    SeededRandom random = new SeededRandom(7);
    for (int draw = 0; draw < draws; draw++) {
      int winner = 0;
      double most = -1;
      for (int i = 0; i < hits.length; i++) {
        double rate = beta(random, hits[i], misses[i]);
        if (rate > most) {
          most = rate;
          winner = i;
        }
      }
      wins[winner]++;
    }

    double[] best =
        best(
            Arrays.stream(hits).asDoubleStream().toArray(),
            Arrays.stream(misses).asDoubleStream().toArray());
    for (int i = 0; i < wins.length; i++) {
      assertThat(best[i]).isCloseTo((double) wins[i] / draws, within(0.02));
    }
  }

  /// Item 0 is Beta(5.4, 5014.6), close to 0.001; item 1 is Beta(0.4, 19.6), which is above 0.001
  /// with probability `1 - 0.001^0.4 / (0.4 * B(0.4, 19.6)) = 0.77`.
  @Test
  void whatIsKnownToBeBadIsLeftToWhatIsNotKnown() {
    Exposure exposure = new Exposure(new int[] {5000, 0, 4980}, new int[] {5, 0, 194});
    double[] best = exposure.beliefs(new int[] {0, 1}).bestProbabilities();

    assertThat(best[1]).isCloseTo(0.77, within(0.02));
    assertThat(best[0] + best[1]).isCloseTo(1, within(1e-12));
  }

  @Test
  void countsBeyondReasonStayNumbers() {
    Exposure exposure =
        new Exposure(
            new int[] {Integer.MAX_VALUE, 3, -5, 0}, new int[] {Integer.MAX_VALUE, 9, 2, -1});
    double[] best = exposure.beliefs(new int[] {0, 1, 2, 3}).bestProbabilities();

    assertThat(Arrays.stream(best).sum()).isCloseTo(1, within(1e-12));
    assertThat(Arrays.stream(best).min().orElseThrow()).isNotNegative();
  }

  private static double[] best(double[] hits, double[] misses) {
    return new Beliefs(hits, misses).bestProbabilities();
  }

  /// The a-th smallest of a + b - 1 uniform numbers is Beta(a, b).
  private static double beta(SeededRandom random, int a, int b) {
    double[] uniform = new double[a + b - 1];
    for (int i = 0; i < uniform.length; i++) {
      uniform[i] = random.nextDouble();
    }
    Arrays.sort(uniform);
    return uniform[a - 1];
  }
}
