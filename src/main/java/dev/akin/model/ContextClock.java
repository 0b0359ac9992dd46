package dev.akin.model;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What is known of the context of every event and every request without anybody saying it: the
/// hour and the day of the week. In UTC, because nothing says where a customer is: for a shop of
/// one time zone that is its local hour moved by the same number of hours all winter or all summer,
/// for a shop of many it blurs. A shop that sends `hour` or `weekday` itself knows better.
public final class ContextClock {
  public static final String HOUR = "hour";
  public static final String WEEKDAY = "weekday";

  /// The keys that the clock gives.
  public static final List<String> KEYS = List.of(HOUR, WEEKDAY);

  private static final long HOUR_MILLIS = 3_600_000;
  private static final long DAY_MILLIS = 24 * HOUR_MILLIS;
  private static final List<String> HOURS =
      IntStream.range(0, 24).mapToObj(Integer::toString).toList();
  private static final List<String> DAYS =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

  /// The first day of 1970 was a Thursday.
  private static final int FIRST_DAY = 3;

  private ContextClock() {}

  /// All values of a key, in the order of the clock: `0` to `23`, `monday` to `sunday`.
  public static List<String> values(String key) {
    return key.equals(HOUR) ? HOURS : DAYS;
  }

  /// Which of [#values] a moment has.
  ///
  /// @param time epoch milliseconds
  public static int number(String key, long time) {
    return key.equals(HOUR)
        ? (int) (Math.floorMod(time, DAY_MILLIS) / HOUR_MILLIS)
        : (int) Math.floorMod(Math.floorDiv(time, DAY_MILLIS) + FIRST_DAY, (long) DAYS.size());
  }

  /// The value of a moment; null for a key that the clock does not give.
  ///
  /// @param time epoch milliseconds
  public static @Nullable String value(String key, long time) {
    return KEYS.contains(key) ? values(key).get(number(key, time)) : null;
  }
}
