package dev.akin.evaluate.split;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// Shares of a whole: between 0 and 1, both exclusive.
final class Shares {
  private Shares() {}

  static void require(String name, double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException(
          name + " must be between 0 and 1, both exclusive, was " + share);
    }
  }

  static String percent(double share) {
    return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT))
            .format(100 * share)
        + " %";
  }
}
