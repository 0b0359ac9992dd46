package dev.akin.learn;

import java.util.List;

/// A parameter of an algorithm by name.
///
/// @param orElse its default
/// @param words what the numbers 0, 1, ... mean; empty if it is a plain number
public record Parameter(double orElse, List<String> words) {
  public Parameter {
    words = List.copyOf(words);
  }

  double value(String name, String text) {
    if (words.contains(text)) {
      return words.indexOf(text);
    }
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      // Said below, as for infinite values.
    }
    throw new IllegalArgumentException(
        name
            + " must be "
            + (words.isEmpty() ? "a number" : "one of " + String.join(", ", words))
            + ", was "
            + text);
  }

  /// A value as [#value] reads it.
  public String text(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    if (whole && value >= 0 && value < words.size()) {
      return words.get((int) value);
    }
    return whole ? Long.toString((long) value) : Double.toString(value);
  }
}
