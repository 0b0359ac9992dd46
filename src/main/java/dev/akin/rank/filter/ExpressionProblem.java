package dev.akin.rank.filter;

/// What is wrong with an expression, where, and what to write instead.
///
/// @param column 1-based, counted in code points
/// @param found the offending text, at most 40 characters; empty at the end of the expression
/// @param code a stable word: `syntax`, `unknown_name`, `type`, `too_large`, `parameter`,
///   `no_current_item`, `not_held`
/// @param message what is wrong
/// @param remedy what to write instead
public record ExpressionProblem(
    int column, String found, String code, String message, String remedy) {
  static final int FOUND_CHARACTERS = 40;

  /// One sentence for people: place, finding, remedy.
  public String describe() {
    String place = found.isEmpty() ? ", at the end" : ", at `" + found + "`";
    return "column " + column + place + ": " + message + "; " + remedy;
  }
}
