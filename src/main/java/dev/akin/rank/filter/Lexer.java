package dev.akin.rank.filter;

import dev.akin.rank.filter.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/// Cuts the text into tokens, one pass, each character looked at once or twice.
final class Lexer {
  private static final List<String> SIGNS =
      List.of("!=", "<=", ">=", "=", "<", ">", "+", "-", "*", "/", "(", ")", "[", "]", ",", ".");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String text) {
    this.text = text;
  }

  /// All tokens, an [Kind#END] last.
  static List<Token> tokens(String text) {
    return new Lexer(text).all();
  }

  private List<Token> all() {
    while (true) {
      skipSpace();
      if (at == text.length()) {
        tokens.add(new Token(Kind.END, "", at, at));
        return tokens;
      }
      int letter = text.codePointAt(at);
      if (isDigit(letter)) {
        number();
      } else if (isNameStart(letter)) {
        int start = at;
        String name = name();
        tokens.add(new Token(Kind.WORD, name, start, at));
      } else if (letter == '$') {
        parameter();
      } else if (letter == '"' || letter == '\'') {
        text((char) letter);
      } else {
        sign();
      }
    }
  }

  private void skipSpace() {
    while (at < text.length()) {
      int letter = text.codePointAt(at);
      if (!Character.isWhitespace(letter) && !Character.isSpaceChar(letter)) {
        return;
      }
      at += Character.charCount(letter);
    }
  }

  private void number() {
    int start = at;
    digits();
    boolean whole = true;
    if (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
      whole = false;
      at++;
      digits();
    }
    int end = at;
    String unit = at < text.length() && isNamePart(text.codePointAt(at)) ? name() : "";
    if (unit.isEmpty()) {
      tokens.add(new Token(Kind.NUMBER, text.substring(start, end), start, end));
      return;
    }
    if (!whole || Value.span(text.substring(start, at)).isEmpty()) {
      throw new ExpressionException(
          start,
          at,
          "syntax",
          "neither a number nor a duration",
          "durations are whole numbers up to 36500 days with w, d, h or m, e.g. 30d or 12h;"
              + " numbers have digits and a point, e.g. 0.5");
    }
    tokens.add(new Token(Kind.DURATION, text.substring(start, at), start, at));
  }

  private void digits() {
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
  }

  private String name() {
    int start = at;
    while (at < text.length() && isNamePart(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return text.substring(start, at);
  }

  private void parameter() {
    int start = at++;
    if (at == text.length() || !isNameStart(text.codePointAt(at))) {
      throw new ExpressionException(
          start, at, "syntax", "a name must follow the dollar sign", "write e.g. $maxPrice");
    }
    String name = name();
    tokens.add(new Token(Kind.PARAMETER, name, start, at));
  }

  private void text(char quote) {
    int start = at++;
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != quote) {
      char letter = text.charAt(at++);
      value.append(letter == '\\' ? escaped() : letter);
    }
    if (at == text.length()) {
      throw new ExpressionException(
          start, at, "syntax", "the text has no end", "close it with " + quote);
    }
    at++;
    tokens.add(new Token(Kind.TEXT, value.toString(), start, at));
  }

  /// The character after a backslash, which has been read.
  private char escaped() {
    int start = at - 1;
    if (at < text.length()) {
      char letter = text.charAt(at++);
      switch (letter) {
        case '"', '\'', '\\' -> {
          return letter;
        }
        case 'n' -> {
          return '\n';
        }
        case 't' -> {
          return '\t';
        }
        case 'u' -> {
          if (at + 4 <= text.length() && isHex(text.substring(at, at + 4))) {
            at += 4;
            return (char) Integer.parseInt(text, at - 4, at, 16);
          }
        }
        default -> {
          // Refused below.
        }
      }
    }
    throw new ExpressionException(
        start,
        at,
        "syntax",
        "no such escape",
        "in texts write \\\\ for a backslash; also \\\" \\' \\n \\t and \\u0041");
  }

  private void sign() {
    for (String sign : SIGNS) {
      if (text.startsWith(sign, at)) {
        tokens.add(new Token(Kind.SIGN, sign, at, at + sign.length()));
        at += sign.length();
        return;
      }
    }
    int end = at + Character.charCount(text.codePointAt(at));
    throw new ExpressionException(
        at, end, "syntax", "this sign is not part of the language", remedy());
  }

  private String remedy() {
    return switch (text.charAt(at)) {
      case '&' -> "write and";
      case '|' -> "write or";
      case '!' -> "write not, or != for unequal";
      case '“', '”', '„', '‘', '’', '«', '»', '`' -> "put texts in straight quotes, \" or '";
      case '{', '}', ';' -> "write lists in parentheses, e.g. (\"a\", \"b\")";
      default -> "put texts in quotes; signs are = != < <= > >= + - * / ( ) , . [ ] $";
    };
  }

  private static boolean isHex(String digits) {
    return digits.chars().allMatch(digit -> digit < 128 && Character.digit(digit, 16) >= 0);
  }

  private static boolean isDigit(int letter) {
    return letter >= '0' && letter <= '9';
  }

  static boolean isNameStart(int letter) {
    return Character.isLetter(letter) || letter == '_';
  }

  static boolean isNamePart(int letter) {
    return isNameStart(letter) || isDigit(letter);
  }
}
