package dev.akin.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimetableTest {
  private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-24T03:15:00Z");

  @ParameterizedTest
  @CsvSource({
    "rate(1 day),             PT24H",
    "rate(90 minutes),        PT90M",
    "cron(15 3 * * ? *),      PT24H",
    "cron(16 3 * * ? *),      PT1M",
    "cron(0 3 * * ? *),       PT23H45M",
    "cron(14 * ? * * *),      PT59M"
  })
  void theNextFiringIsAlwaysAhead(String expression, Duration wait) {
    assertThat(Timetable.untilNext(expression, NOW)).isEqualTo(wait);
  }

  @Test
  void otherExpressionsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Timetable.untilNext("cron(0 3 ? * MON-FRI *)", NOW))
        .withMessageContaining("MON-FRI");
  }
}
