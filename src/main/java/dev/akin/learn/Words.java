package dev.akin.learn;

import java.util.Locale;
import java.util.function.Consumer;

/// Cuts text into words: longest runs of Unicode letters, digits and the marks that belong to them,
/// in lower case whatever the machine's language.
final class Words {
  private Words() {}

  static void forEach(String text, Consumer<String> word) {
    String lower = text.toLowerCase(Locale.ROOT);
    int start = -1;
    for (int at = 0; at < lower.length(); ) {
      int codePoint = lower.codePointAt(at);
      if (isPartOfWord(codePoint)) {
        start = start < 0 ? at : start;
      } else if (start >= 0) {
        word.accept(lower.substring(start, at));
        start = -1;
      }
      at += Character.charCount(codePoint);
    }
    if (start >= 0) {
      word.accept(lower.substring(start));
    }
  }

  /// How many there are.
  static int count(String text) {
    int words = 0;
    boolean inside = false;
    for (int at = 0; at < text.length(); ) {
      int codePoint = text.codePointAt(at);
      boolean part = isPartOfWord(codePoint);
      words += part && !inside ? 1 : 0;
      inside = part;
      at += Character.charCount(codePoint);
    }
    return words;
  }

  private static boolean isPartOfWord(int codePoint) {
    int type = Character.getType(codePoint);
    return Character.isLetterOrDigit(codePoint)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }
}
