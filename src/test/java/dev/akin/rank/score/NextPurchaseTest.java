package dev.akin.rank.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.model.Habit;
import dev.akin.rank.score.NextPurchase.Purchases;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class NextPurchaseTest {
  private static final Habit COFFEE = new Habit(0.03f, 30, 0.02f);
  private static final Habit GIFT = new Habit(0.002f, 60, 0.6f);
  private static final Habit WARDROBE = new Habit(0.00005f, 60, 0.5f);

  @Test
  void withoutARhythmItIsThePoissonGammaModel() {
    Purchases past = new Purchases(4, 250, 100);

    double usual = (150 + 2 * 60) / 5.0;
    double expected = 1 - Math.pow(1 + 7 / (150 + Math.max(100, usual) + 1 / 0.002), -4);
    assertThat(NextPurchase.probability(past, GIFT)).isCloseTo(expected, within(1e-6));
  }

  /// The hazard of an Erlang distribution of two stages is `4x / (1 + 2x)` of the mean's.
  @Test
  void aRhythmMultipliesChanceByTheHazardOfItsIntervals() {
    Habit twoStages = new Habit(0.01f, 50, 0.2f);
    Purchases past = new Purchases(1, 25, 25);

    double due = 0.1 + 0.9 * (4 * 0.5 / (1 + 2 * 0.5));
    double expected = 1 - 1 / (1 + due * 7 / (50 + 100));
    assertThat(NextPurchase.probability(past, twoStages)).isCloseTo(expected, within(1e-6));
  }

  @Test
  void itRisesUntilTheUsualIntervalAndFallsFromThenOn() {
    Random random = new Random(7);
    for (int n = 0; n < 300; n++) {
      Habit habit =
          new Habit(
              (float) Math.pow(10, -4 + 3 * random.nextDouble()),
              5 + 200 * random.nextFloat(),
              random.nextFloat() * 0.25f);
      int times = 1 + random.nextInt(6);
      double span = times == 1 ? 0 : times * (1 + 100 * random.nextDouble());
      double usual = NextPurchase.usualDays(new Purchases(times, span, 0), habit);
      double before = 0;
      for (int step = 0; step <= 50; step++) {
        double last = usual * step / 50;
        double now = NextPurchase.probability(new Purchases(times, span + last, last), habit);
        assertThat(now)
            .as("%s, %d times in %f days, %f days ago", habit, times, span, last)
            .isGreaterThanOrEqualTo(before)
            .isBetween(0.0, 1.0);
        before = now;
      }
      assertThat(NextPurchase.probability(new Purchases(times, span, 0), habit)).isLessThan(before);
      for (int step = 51; step <= 100; step++) {
        double last = usual * step / 50;
        double now = NextPurchase.probability(new Purchases(times, span + last, last), habit);
        assertThat(now).isLessThan(before);
        before = now;
      }
    }
  }

  @Test
  void whatIsIrregularIsAsLikelyOnTheFirstDayAsOnTheLast() {
    double first = NextPurchase.probability(new Purchases(2, 40, 0), GIFT);

    assertThat(NextPurchase.probability(new Purchases(2, 80, 40), GIFT)).isEqualTo(first);
  }

  @Test
  void whatNobodyBuysTwiceIsLastEvenBesideWhatWasBoughtYesterday() {
    assertThat(NextPurchase.probability(new Purchases(4, 91, 1), COFFEE))
        .isGreaterThan(NextPurchase.probability(new Purchases(1, 60, 60), WARDROBE));
  }

  @Test
  void theUsualDaysBecomeTheCustomersOwn() {
    assertThat(NextPurchase.usualDays(new Purchases(1, 9, 9), COFFEE)).isEqualTo(30);
    assertThat(NextPurchase.usualDays(new Purchases(41, 590, 30), COFFEE))
        .as("40 gaps of 14 days")
        .isCloseTo(14.76, within(0.01));
  }

  @Test
  void aPastThatCannotBeIsRefused() {
    assertThatThrownBy(() -> new Purchases(0, 1, 1)).hasMessageContaining("0 purchases");
    assertThatThrownBy(() -> new Purchases(1, 1, 2)).hasMessageContaining("from 1.0 to 2.0");
    assertThatThrownBy(() -> new Purchases(1, 1, Double.NaN)).hasMessageContaining("NaN");
  }
}
