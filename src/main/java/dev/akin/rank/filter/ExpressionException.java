package dev.akin.rank.filter;

import org.jspecify.annotations.Nullable;

/// Carries a finding out of the recursion; never leaves the package.
final class ExpressionException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Finding finding;

  private ExpressionException(Finding finding) {
    super(finding.message(), null, false, false);
    this.finding = finding;
  }

  /// A finding about the characters from `at` to before `end`.
  ExpressionException(int at, int end, String code, String message, String remedy) {
    this(new Finding(at, end, null, code, message, remedy));
  }

  /// A finding about a part of the tree.
  static ExpressionException about(Node node, String code, String message, String remedy) {
    int start = Nodes.start(node);
    return new ExpressionException(
        new Finding(start, start, Printer.print(node), code, message, remedy));
  }

  /// The finding in terms of the text that was parsed.
  ExpressionProblem in(String text) {
    int at = Math.min(finding.at(), text.length());
    String found =
        finding.part() != null
            ? finding.part()
            : text.substring(at, Math.clamp(finding.end(), at, text.length()));
    int most = ExpressionProblem.FOUND_CHARACTERS;
    if (found.codePointCount(0, found.length()) > most) {
      found = found.substring(0, found.offsetByCodePoints(0, most - 1)) + "…";
    }
    return new ExpressionProblem(
        text.codePointCount(0, at) + 1, found, finding.code(), finding.message(), finding.remedy());
  }

  /// @param at index of the first character, 0-based
  /// @param end index after the last
  /// @param part what to show instead of these characters
  private record Finding(
      int at, int end, @Nullable String part, String code, String message, String remedy) {}
}
