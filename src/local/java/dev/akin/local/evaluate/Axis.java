package dev.akin.local.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A linear scale from values to places on a drawing, with round ticks.
///
/// @param low value at the place `from`
/// @param high value at the place `to`
/// @param step between ticks
record Axis(double low, double high, double step, double from, double to) {
  private static final int TICKS = 4;

  /// An axis over a range of values, widened to round numbers.
  static Axis over(double least, double most, double from, double to) {
    double span = most > least ? most - least : Math.max(1e-6, Math.abs(most));
    double rough = span / TICKS;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = rough / power <= 1 ? power : rough / power <= 2 ? 2 * power : 5 * power;
    step = rough / power > 5 ? 10 * power : step;
    double low = Math.floor(least / step + 1e-9) * step;
    double high = Math.max(low + step, Math.ceil(most / step - 1e-9) * step);
    return new Axis(low, high, step, from, to);
  }

  double at(double value) {
    return from + (value - low) / (high - low) * (to - from);
  }

  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    for (int i = 0; low + i * step <= high + step / 2; i++) {
      ticks.add(low + i * step);
    }
    return ticks;
  }

  /// A tick's value with as many digits as the step has.
  String label(double tick) {
    int digits = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
    String text = String.format(Locale.ROOT, "%." + digits + "f", tick);
    return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
  }
}
