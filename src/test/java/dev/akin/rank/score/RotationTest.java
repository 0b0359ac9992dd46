package dev.akin.rank.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RotationTest {
  private static final long NOW = 1_000_000;

  @Test
  void theDemotionFadesOnAStraightLine() {
    assertThat(factor(0.8, shown(NOW))).isCloseTo(0.2, within(1e-12));
    assertThat(factor(0.8, shown(NOW - 50))).isCloseTo(0.6, within(1e-12));
    assertThat(factor(0.8, shown(NOW - 99))).isCloseTo(0.992, within(1e-12));
    assertThat(factor(0.8, shown(NOW - 100))).isEqualTo(1);
  }

  @Test
  void everyFurtherImpressionDemotesMore() {
    assertThat(factor(0.5, shown(NOW), shown(NOW - 50))).isCloseTo(0.5 * 0.75, within(1e-12));
  }

  @Test
  void oneClickClearsAnItem() {
    assertThat(factor(1, shown(NOW), new Impression(3, NOW - 10, true))).isEqualTo(1);
  }

  @Test
  void aClickOnOneItemClearsNoOther() {
    assertThat(factor(1, shown(NOW), new Impression(4, NOW, true))).isZero();
  }

  @Test
  void whatWasNotShownIsLeftAlone() {
    Rotation rotation = Rotation.of(1, 100, NOW, List.of(shown(NOW)));

    assertThat(rotation.applyAsDouble(4)).isEqualTo(1);
    assertThat(rotation.isEmpty()).isFalse();
    assertThat(Rotation.of(1, 100, NOW, List.of()).isEmpty()).isTrue();
  }

  @Test
  void aClockThatIsAheadCountsAsNow() {
    assertThat(factor(0.8, shown(NOW + 500))).isCloseTo(0.2, within(1e-12));
  }

  @Test
  void impossibleSettingsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Rotation.of(1.1, 1, NOW, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rotation.of(Double.NaN, 1, NOW, List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> Rotation.of(1, 0, NOW, List.of()));
  }

  private static Impression shown(long at) {
    return new Impression(3, at, false);
  }

  private static double factor(double rate, Impression... impressions) {
    return Rotation.of(rate, 100, NOW, List.of(impressions)).applyAsDouble(3);
  }
}
