package dev.akin.rank.filter;

import dev.akin.rank.filter.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Recursive descent, one method per level of the grammar in src/docs/filters.md. Linear in the
/// length of the text; the recursion is bounded by the depth limit, the tree by the node limit.
final class Parser {
  private final TokenStream tokens;
  private final OperandParser operands;
  private final ExpressionLimits limits;
  private int depth;
  private int nodes;

  private Parser(TokenStream tokens, ExpressionLimits limits) {
    this.tokens = tokens;
    this.limits = limits;
    this.operands = new OperandParser(tokens, this);
  }

  /// @throws ExpressionException if the text is not an expression
  static Node parse(String text, ExpressionLimits limits) {
    if (text.length() > limits.characters()) {
      throw new ExpressionException(
          limits.characters(),
          text.length(),
          "too_large",
          "the expression has more than " + limits.characters() + " characters",
          "move values into parameters, or rules into a scenario");
    }
    TokenStream tokens = new TokenStream(text, Lexer.tokens(text));
    if (tokens.peek().kind() == Kind.END) {
      throw new ExpressionException(
          text.length(),
          text.length(),
          "syntax",
          "the expression is empty",
          "write e.g. available");
    }
    Parser parser = new Parser(tokens, limits);
    Node root = parser.alternatives();
    if (tokens.peek().kind() != Kind.END) {
      throw parser.leftOver(tokens.peek());
    }
    return root;
  }

  /// `or`, the loosest.
  Node alternatives() {
    Node first = conditions();
    if (!tokens.peek().is("or")) {
      return first;
    }
    List<Node> parts = new ArrayList<>(List.of(first));
    while (tokens.accept("or")) {
      parts.add(conditions());
    }
    return made(new Node.Or(first.at(), List.copyOf(parts)));
  }

  private Node conditions() {
    Node first = negation();
    if (!tokens.peek().is("and")) {
      return first;
    }
    List<Node> parts = new ArrayList<>(List.of(first));
    while (tokens.accept("and")) {
      parts.add(negation());
    }
    return made(new Node.And(first.at(), List.copyOf(parts)));
  }

  private Node negation() {
    Token not = tokens.peek();
    if (tokens.accept("not")) {
      return made(new Node.Not(not.at(), nested(not, this::negation)));
    }
    return predicate();
  }

  private Node predicate() {
    Node left = sum();
    Token operator = tokens.peek();
    Comparison comparison = comparison(operator);
    if (comparison != null) {
      tokens.next();
      Node right = sum();
      if (comparison(tokens.peek()) != null) {
        throw tokens.refuse(
            tokens.peek(),
            "comparisons do not chain",
            "join two with and, e.g. 10 <= price and price <= 50");
      }
      return made(new Node.Compare(operator.at(), comparison, left, right));
    }
    if (tokens.accept("in")) {
      return made(new Node.In(operator.at(), left, operands.list()));
    }
    if (operator.is("not") && tokens.peekSecond().is("in")) {
      tokens.next();
      int in = tokens.next().at();
      return made(new Node.Not(operator.at(), made(new Node.In(in, left, operands.list()))));
    }
    return left;
  }

  private Node sum() {
    Node left = product();
    while (tokens.peek().is("+") || tokens.peek().is("-")) {
      Token operator = tokens.next();
      left = arithmetic(operator, left, product());
    }
    return left;
  }

  private Node product() {
    Node left = signed();
    while (tokens.peek().is("*") || tokens.peek().is("/")) {
      Token operator = tokens.next();
      left = arithmetic(operator, left, signed());
    }
    return left;
  }

  private Node arithmetic(Token operator, Node left, Node right) {
    Calculation calculation =
        switch (operator.text()) {
          case "+" -> Calculation.PLUS;
          case "-" -> Calculation.MINUS;
          case "*" -> Calculation.TIMES;
          default -> Calculation.DIVIDED;
        };
    return made(new Node.Arithmetic(operator.at(), calculation, left, right));
  }

  private Node signed() {
    Token minus = tokens.peek();
    if (tokens.accept("-")) {
      return made(new Node.Negative(minus.at(), nested(minus, this::signed)));
    }
    return operands.operand();
  }

  private static @Nullable Comparison comparison(Token token) {
    if (token.kind() == Kind.SIGN) {
      for (Comparison comparison : Comparison.values()) {
        if (comparison.sign().equals(token.text())) {
          return comparison;
        }
      }
    }
    return null;
  }

  /// Parses what lies one level deeper.
  <T extends Node> T nested(Token opening, Supplier<T> inner) {
    if (++depth > limits.depth()) {
      throw new ExpressionException(
          opening.at(),
          opening.end(),
          "too_large",
          "parentheses, not and signs nest deeper than " + limits.depth(),
          "write it flatter");
    }
    T node = inner.get();
    depth--;
    return node;
  }

  /// Counts a node.
  <T extends Node> T made(T node) {
    if (++nodes > limits.nodes()) {
      throw new ExpressionException(
          node.at(),
          node.at() + 1,
          "too_large",
          "the expression has more than " + limits.nodes() + " parts",
          "move lists into parameters, or rules into a scenario");
    }
    return node;
  }

  private ExpressionException leftOver(Token token) {
    if (token.kind() == Kind.WORD && Names.KEYWORDS.contains(lower(token))) {
      return tokens.refuse(
          token,
          "expected and, or, a comparison or the end",
          lower(token).equals(token.text())
              ? "join conditions with and or or"
              : "keywords are in lower case: " + lower(token));
    }
    String remedy =
        switch (token.text()) {
          case ")" -> "drop it, or open a parenthesis before";
          case "=" -> "equality is one =, and comparisons do not chain";
          case "[" -> "only attributes have brackets, e.g. attributes[\"in stock\"]";
          default -> "join conditions with and or or; texts stand in quotes";
        };
    return tokens.refuse(token, "expected and, or, a comparison or the end", remedy);
  }

  private static String lower(Token token) {
    return token.text().toLowerCase(Locale.ROOT);
  }
}
