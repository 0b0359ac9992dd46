package dev.akin.rank.filter;

/// A piece of the text.
///
/// @param text as written, but for [Kind#TEXT], where it is what the quotes hold
/// @param at index of its first character
/// @param end index after its last
record Token(Kind kind, String text, int at, int end) {
  enum Kind {
    NUMBER,
    DURATION,
    TEXT,
    /// A name or a keyword.
    WORD,
    /// `$` and a name; the text is the name.
    PARAMETER,
    SIGN,
    END
  }

  boolean is(String sign) {
    return (kind == Kind.SIGN || kind == Kind.WORD) && text.equals(sign);
  }
}
