package dev.akin.local.evaluate;

import java.util.ArrayList;
import java.util.List;

/// What stands between the fields of a line.
enum Separator {
  /// MovieLens .dat files.
  DOUBLE_COLON("::"),
  TAB("\t"),
  SEMICOLON(";"),
  COMMA(","),
  /// MovieLens 100k item and user files.
  PIPE("|");

  private final String text;

  Separator(String text) {
    this.text = text;
  }

  /// The first of them, in the order above, that a line contains.
  static Separator in(String line) {
    for (Separator separator : values()) {
      if (line.contains(separator.text)) {
        return separator;
      }
    }
    return COMMA;
  }

  /// The fields of a line, trimmed. Fields in double quotes may contain the separator, and a double
  /// quote written twice.
  List<String> split(String line) {
    List<String> fields = new ArrayList<>();
    int from = 0;
    while (true) {
      int end = line.startsWith("\"", from) ? closingQuote(line, from) + 1 : from;
      int next = line.indexOf(text, Math.max(end, from));
      String field = line.substring(from, next < 0 ? line.length() : next).strip();
      fields.add(unquoted(field));
      if (next < 0) {
        return fields;
      }
      from = next + text.length();
    }
  }

  /// The place of the quote that ends a quoted field, or just before the field if there is none.
  private static int closingQuote(String line, int from) {
    for (int p = from + 1; p < line.length(); p++) {
      if (line.charAt(p) == '"') {
        if (p + 1 < line.length() && line.charAt(p + 1) == '"') {
          p++;
        } else {
          return p;
        }
      }
    }
    return from - 1;
  }

  private static String unquoted(String field) {
    return field.length() >= 2 && field.startsWith("\"") && field.endsWith("\"")
        ? field.substring(1, field.length() - 1).replace("\"\"", "\"")
        : field;
  }
}
