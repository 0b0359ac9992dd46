package dev.akin.local.evaluate;

import dev.akin.evaluate.metric.Interval;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Numbers as people read them, the same in every locale.
final class Numbers {
  private Numbers() {}

  /// Four digits after the point below ten, one above; a dash for what does not exist.
  static String value(double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.4f" : "%.1f", value);
  }

  static String signed(double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%+.4f", value);
  }

  /// `0.1234 to 0.1300`.
  static String ends(Interval interval) {
    return value(interval.low()) + " to " + value(interval.high());
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.1f s", seconds);
  }

  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /// `factors=64 iterations=15`, or the word for none.
  static String parameters(Map<String, Double> parameters) {
    if (parameters.isEmpty()) {
      return "defaults";
    }
    return parameters.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + parameter(entry.getValue()))
        .collect(Collectors.joining(" "));
  }

  private static String parameter(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.4g", value);
  }
}
