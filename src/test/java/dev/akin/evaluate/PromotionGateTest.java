package dev.akin.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.akin.evaluate.PromotionGate.Verdict;
import dev.akin.evaluate.metric.Bootstrap;
import dev.akin.math.SeededRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PromotionGateTest {
  private static final PromotionGate GATE = new PromotionGate(Bootstrap.seeded(3));
  private static final double[] LIVE = values();

  @Test
  void aSignificantlyWorseCandidateIsRefused() {
    Verdict verdict = GATE.judge(shifted(-0.05), LIVE);
    assertThat(verdict.promoted()).isFalse();
    assertThat(verdict.why()).startsWith("significantly worse").contains("300 users");
    assertThat(verdict.difference().high()).isNegative();
  }

  @Test
  void aSlightlyWorseCandidateWithinChanceIsPromoted() {
    double[] candidate = LIVE.clone();
    candidate[0] -= 0.2;
    candidate[1] += 0.1;
    Verdict verdict = GATE.judge(candidate, LIVE);
    assertThat(verdict.difference().mean()).isNegative();
    assertThat(verdict.promoted()).isTrue();
    assertThat(verdict.why()).startsWith("not significantly worse");
  }

  @Test
  void aBetterCandidateIsPromotedAndSaidToBeBetter() {
    Verdict verdict = GATE.judge(shifted(0.05), LIVE);
    assertThat(verdict.promoted()).isTrue();
    assertThat(verdict.why()).startsWith("significantly better");
  }

  @Test
  void theSameReleaseAgainIsPromoted() {
    assertThat(GATE.judge(LIVE, LIVE).promoted()).isTrue();
  }

  @Test
  void aBrokenCandidateIsRefusedEvenAsTheFirst() {
    double[] broken = LIVE.clone();
    broken[7] = Double.NaN;
    assertThat(GATE.judge(broken, LIVE).promoted()).isFalse();
    assertThat(GATE.first(broken).promoted()).isFalse();
  }

  @Test
  void theFirstReleaseNeedsNoComparison() {
    assertThat(GATE.first(LIVE).promoted()).isTrue();
    assertThat(GATE.first(LIVE).why()).contains("no live release");
  }

  @Test
  void withoutTestUsersNothingSpeaksAgainstTheCandidate() {
    assertThat(GATE.judge(new double[0], new double[0]).promoted()).isTrue();
  }

  @Test
  void otherUsersAreNoComparison() {
    assertThatIllegalArgumentException().isThrownBy(() -> GATE.judge(new double[3], LIVE));
  }

  private static double[] values() {
    SeededRandom random = new SeededRandom(1);
    double[] values = new double[300];
    Arrays.setAll(values, _ -> random.nextDouble());
    return values;
  }

  private static double[] shifted(double by) {
    return Arrays.stream(LIVE).map(value -> value + by).toArray();
  }
}
