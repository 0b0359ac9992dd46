package dev.akin.evaluate.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.akin.math.SeededRandom;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  private static final Bootstrap BOOTSTRAP = Bootstrap.seeded(7);

  @Test
  void equalValuesLeaveNoDoubt() {
    double[] values = new double[50];
    Arrays.fill(values, 0.25);
    assertThat(BOOTSTRAP.mean(values)).isEqualTo(new Interval(0.25, 0.25, 0.25));
  }

  @Test
  void theIntervalOfManyNormalValuesIsTwoStandardErrorsWide() {
    SeededRandom random = new SeededRandom(1);
    double[] values = new double[2000];
    Arrays.setAll(values, _ -> random.nextGaussian());
    Interval interval = BOOTSTRAP.mean(values);
    double half = 1.96 / Math.sqrt(2000);
    assertThat(interval.high() - interval.mean()).isCloseTo(half, within(0.15 * half));
    assertThat(interval.mean() - interval.low()).isCloseTo(half, within(0.15 * half));
  }

  @Test
  void sameSeedSameIntervalOtherSeedOtherInterval() {
    double[] values = {0.11, 0.93, 0.02, 0.71, 0.87, 0.05, 0.32, 0.57, 0.24};
    assertThat(BOOTSTRAP.mean(values)).isEqualTo(Bootstrap.seeded(7).mean(values));
    assertThat(BOOTSTRAP.mean(values)).isNotEqualTo(Bootstrap.seeded(8).mean(values));
  }

  @Test
  void pairingRemovesWhatUsersDifferIn() {
    SeededRandom random = new SeededRandom(2);
    double[] worse = new double[200];
    double[] better = new double[200];
    for (int user = 0; user < worse.length; user++) {
      worse[user] = 10 * random.nextDouble();
      better[user] = worse[user] + 0.1 * random.nextDouble();
    }
    assertThat(BOOTSTRAP.difference(better, worse).significant()).isTrue();
    assertThat(BOOTSTRAP.difference(worse, worse).significant()).isFalse();
    assertThat(BOOTSTRAP.mean(better).low())
        .as("unpaired intervals overlap")
        .isLessThan(BOOTSTRAP.mean(worse).high());
  }

  @Test
  void usersThatWereNotTestedDoNotCount() {
    Interval interval = BOOTSTRAP.mean(new double[] {0.5, Double.NaN, 0.5, Double.NaN});
    assertThat(interval).isEqualTo(new Interval(0.5, 0.5, 0.5));
  }

  @Test
  void nothingTestedIsNotANumber() {
    assertThat(BOOTSTRAP.mean(new double[] {Double.NaN}).mean()).isNaN();
    assertThat(BOOTSTRAP.mean(new double[0]).low()).isNaN();
  }

  @Test
  void severalSeedsAverageTheirMeans() {
    double[][] seeds = {{1, 0, Double.NaN}, {1, 1, 1}};
    assertThat(BOOTSTRAP.means(List.<double[][]>of(seeds)).getFirst().mean()).isEqualTo(0.75);
  }

  @Test
  void differentNumbersOfUsersAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BOOTSTRAP.difference(new double[2], new double[3]));
  }
}
