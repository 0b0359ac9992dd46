package dev.akin.rank.filter;

import dev.akin.rank.filter.Token.Kind;
import java.util.List;

/// The tokens of one text, read once from left to right.
final class TokenStream {
  private final String text;
  private final List<Token> tokens;
  private int next;

  TokenStream(String text, List<Token> tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  /// The next token, the end at the end.
  Token peek() {
    return tokens.get(next);
  }

  Token peekSecond() {
    return tokens.get(Math.min(next + 1, tokens.size() - 1));
  }

  /// Reads the next token; the end is never passed.
  Token next() {
    Token token = peek();
    if (token.kind() != Kind.END) {
      next++;
    }
    return token;
  }

  /// Reads the next token if it is this sign or keyword.
  boolean accept(String sign) {
    boolean found = peek().is(sign);
    if (found) {
      next();
    }
    return found;
  }

  /// Reads a sign that must come now.
  Token expect(String sign, String remedy) {
    if (!peek().is(sign)) {
      throw refuse(peek(), "expected " + sign, remedy);
    }
    return next();
  }

  /// Whether a token is glued to a minus, as in `free-shipping`.
  boolean followsHyphen(Token token) {
    int at = token.at();
    return at > 1 && text.charAt(at - 1) == '-' && Lexer.isNamePart(text.codePointBefore(at - 1));
  }

  ExpressionException refuse(Token token, String message, String remedy) {
    String what = token.kind() == Kind.END ? message + ", but the expression ends" : message;
    return new ExpressionException(token.at(), token.end(), "syntax", what, remedy);
  }
}
