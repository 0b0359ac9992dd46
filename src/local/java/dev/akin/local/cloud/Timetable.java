package dev.akin.local.cloud;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fires the template's schedules, in UTC. Understands `rate(<n> <unit>)` and daily or hourly
/// `cron(<minute> <hour or *> * * ? *)`.
final class Timetable implements AutoCloseable {
  private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");
  private static final Pattern CRON =
      Pattern.compile("cron\\((\\d+) (\\d+|\\*) [*?] \\* [*?] \\*\\)");

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  Timetable(List<Schedule> schedules, InvokeApi lambda, InstantSource clock) {
    for (Schedule schedule : schedules) {
      arm(schedule, lambda, clock);
    }
  }

  /// How long from `now` until the schedule fires next.
  ///
  /// @throws IllegalArgumentException if the expression is of another kind
  static Duration untilNext(String expression, ZonedDateTime now) {
    Matcher rate = RATE.matcher(expression);
    if (rate.matches()) {
      ChronoUnit unit = ChronoUnit.valueOf(rate.group(2).toUpperCase(Locale.ROOT) + "S");
      return unit.getDuration().multipliedBy(Long.parseLong(rate.group(1)));
    }
    Matcher cron = CRON.matcher(expression);
    if (!cron.matches()) {
      throw new IllegalArgumentException("cannot fire " + expression + " locally");
    }
    boolean hourly = cron.group(2).equals("*");
    ZonedDateTime next =
        now.truncatedTo(ChronoUnit.MINUTES).withMinute(Integer.parseInt(cron.group(1)));
    if (!hourly) {
      next = next.withHour(Integer.parseInt(cron.group(2)));
    }
    if (!next.isAfter(now)) {
      next = next.plus(1, hourly ? ChronoUnit.HOURS : ChronoUnit.DAYS);
    }
    return Duration.between(now, next);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private void arm(Schedule schedule, InvokeApi lambda, InstantSource clock) {
    Duration wait = untilNext(schedule.expression(), clock.instant().atZone(ZoneOffset.UTC));
    timer.schedule(
        () -> {
          byte[] input = schedule.input().getBytes(StandardCharsets.UTF_8);
          lambda.invokeLater(schedule.function(), input);
          arm(schedule, lambda, clock);
        },
        wait.toMillis(),
        TimeUnit.MILLISECONDS);
  }
}
