package dev.akin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.shop.Strength;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class HistoryBuilderTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final long TODAY = NOW.toEpochMilli();
  private static final long DAY = Duration.ofDays(1).toMillis();

  private final HistoryBuilder builder =
      new HistoryBuilder(new Strength(Duration.ofDays(100)), NOW);

  @Test
  void oneViewOfTodayCountsOne() {
    builder.add(3, 1, TODAY);

    History history = builder.build();

    assertThat(history.items()).containsExactly(3);
    assertThat(history.strengths()[0]).isEqualTo(1f);
  }

  @Test
  void itemsComeAscendingWhateverTheOrderOfEvents() {
    builder.add(9, 1, TODAY);
    builder.add(0, 1, TODAY);
    builder.add(4, 1, TODAY - DAY);
    builder.add(9, 1, TODAY - 3 * DAY);

    assertThat(builder.build().items()).containsExactly(0, 4, 9);
  }

  @Test
  void reloadingAPageAHundredTimesCountsNoMoreThanTheCapOfADay() {
    for (int i = 0; i < 100; i++) {
      builder.add(1, 1, TODAY - i);
    }

    assertThat(builder.build().strengths()[0])
        .isCloseTo((float) (Math.log(1 + HistoryBuilder.DAILY_CAP) / Math.log(2)), within(1e-3f));
  }

  @Test
  void anOldEventCountsHalfAfterTheHalfLife() {
    builder.add(1, 1, TODAY - 100 * DAY);

    assertThat(builder.build().strengths()[0])
        .isCloseTo((float) (Math.log(1.5) / Math.log(2)), within(1e-2f));
  }

  @Test
  void aReturnCancelsItsPurchase() {
    builder.add(1, 5, TODAY - 10 * DAY);
    builder.add(1, -5, TODAY);
    builder.add(2, 5, TODAY);

    assertThat(builder.build().items()).containsExactly(2);
  }

  @Test
  void whatIsAYearOldStillCountsWhereHalfLivesAreShort() {
    HistoryBuilder popular = new HistoryBuilder(new Strength(Duration.ofDays(30)), NOW);
    popular.add(1, 1, TODAY - 365 * DAY);

    assertThat(popular.build().items()).containsExactly(1);
  }

  @Test
  void buildingEmptiesTheBuilder() {
    builder.add(1, 1, TODAY);
    builder.build();

    assertThat(builder.build().size()).isZero();
  }

  @Test
  void timesBeforeTheEpochKeepTheirItem() {
    builder.add(7, 1, -5 * DAY);
    builder.add(7, 1, TODAY);

    assertThat(builder.build().items()).containsExactly(7);
  }
}
