package dev.akin.rank.filter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// One value of the language. Values of different kinds are never equal and have no order.
sealed interface Value {
  record Text(String text) implements Value {}

  record Number(double number) implements Value {}

  record Flag(boolean flag) implements Value {}

  /// A length of time.
  record Span(long millis) implements Value {}

  /// A point in time, epoch milliseconds.
  record Moment(long millis) implements Value {}

  /// Longer than any shop remembers; keeps sums of milliseconds far from overflow.
  long MAX_SPAN = 36_500L * 24 * 60 * 60 * 1000;

  /// Reads `30d`, or empty.
  static Optional<Value> span(String text) {
    if (text.length() < 2 || text.length() > 12) {
      return Optional.empty();
    }
    long count = 0;
    for (int i = 0; i < text.length() - 1; i++) {
      char digit = text.charAt(i);
      if (digit < '0' || digit > '9') {
        return Optional.empty();
      }
      count = 10 * count + (digit - '0');
    }
    long unit = unit(text.charAt(text.length() - 1));
    return unit == 0 || count > MAX_SPAN / unit
        ? Optional.empty()
        : Optional.of(new Span(count * unit));
  }

  /// Milliseconds of a unit, 0 if there is none of this letter.
  static long unit(char letter) {
    return switch (letter) {
      case 'm' -> 60_000L;
      case 'h' -> 3_600_000L;
      case 'd' -> 86_400_000L;
      case 'w' -> 604_800_000L;
      default -> 0;
    };
  }

  /// Reads `2026-11-30` (midnight UTC) or `2026-11-30T12:00:00Z`, or empty.
  static Optional<Value> moment(String text) {
    try {
      Instant time =
          text.length() == "2026-11-30".length()
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(text).toInstant();
      return Optional.of(new Moment(time.toEpochMilli()));
    } catch (DateTimeException | ArithmeticException unreadable) {
      return Optional.empty();
    }
  }

  /// Whether the two are of one kind, so that they can be compared.
  default boolean comparable(Value other) {
    return getClass() == other.getClass();
  }

  /// The order of two values of one kind; false is before true.
  default int order(Value other) {
    return switch (this) {
      case Text(String text) -> text.compareTo(((Text) other).text());
      case Number(double number) -> compare(number, ((Number) other).number());
      case Flag(boolean flag) -> Boolean.compare(flag, ((Flag) other).flag());
      case Span(long millis) -> Long.compare(millis, ((Span) other).millis());
      case Moment(long millis) -> Long.compare(millis, ((Moment) other).millis());
    };
  }

  /// Like the operators of Java, for which both zeros are one number.
  private static int compare(double left, double right) {
    return left < right ? -1 : left > right ? 1 : 0;
  }
}
