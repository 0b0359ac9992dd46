package dev.akin.rank.filter;

import dev.akin.rank.filter.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The operands: literals, parameters, fields, functions, lists, and what stands in parentheses.
final class OperandParser {
  private static final double MOST = 1e100;
  private static final String OPERAND =
      "expected a value: a number, a text in quotes, a field, a function, $name or a parenthesis";

  private final TokenStream tokens;
  private final Parser parser;

  OperandParser(TokenStream tokens, Parser parser) {
    this.tokens = tokens;
    this.parser = parser;
  }

  Node operand() {
    Token token = tokens.peek();
    if (token.is("(")) {
      tokens.next();
      Node inner = parser.nested(token, parser::alternatives);
      tokens.expect(")", "close the parenthesis, or join conditions with and or or");
      return inner;
    }
    if (token.kind() == Kind.WORD && !Names.KEYWORDS.contains(token.text())) {
      tokens.next();
      return tokens.peek().is("(") ? function(token) : field(token);
    }
    return constant(OPERAND, "complete the expression here");
  }

  /// What may stand on the right of `in`.
  Node list() {
    Token token = tokens.peek();
    if (!token.is("(")) {
      if (token.kind() == Kind.PARAMETER || token.kind() == Kind.WORD) {
        Node list = operand();
        if (list instanceof Node.Field || list instanceof Node.Parameter) {
          return list;
        }
      }
      throw tokens.refuse(
          token,
          "expected a list: (\"a\", \"b\"), a list field or $name",
          "write e.g. currency in (\"EUR\", \"CHF\") or \"shoes\" in categories");
    }
    tokens.next();
    List<Node> values = new ArrayList<>();
    do {
      values.add(listed());
    } while (tokens.accept(","));
    tokens.expect(")", "separate values by commas and close the list");
    return parser.made(new Node.Listed(token.at(), List.copyOf(values)));
  }

  private Node listed() {
    Token minus = tokens.peek();
    String remedy = "lists hold numbers, texts in quotes, true, false and $name";
    if (!tokens.accept("-")) {
      return constant("expected a value of the list", remedy);
    }
    if (tokens.peek().kind() != Kind.NUMBER) {
      throw tokens.refuse(tokens.peek(), "expected a number after the sign", remedy);
    }
    return parser.made(new Node.Negative(minus.at(), constant("expected a number", remedy)));
  }

  private Node constant(String expected, String remedy) {
    Token token = tokens.peek();
    Node constant =
        switch (token.kind()) {
          case NUMBER -> new Node.Literal(token.at(), number(token));
          case DURATION -> new Node.Literal(token.at(), Value.span(token.text()).orElseThrow());
          case TEXT -> new Node.Literal(token.at(), new Value.Text(token.text()));
          case PARAMETER -> new Node.Parameter(token.at(), token.text());
          case WORD, SIGN, END -> word(token, expected, remedy);
        };
    tokens.next();
    return parser.made(constant);
  }

  private Node word(Token token, String expected, String remedy) {
    if (token.is("true") || token.is("false")) {
      return new Node.Literal(token.at(), new Value.Flag(token.is("true")));
    }
    throw tokens.refuse(token, expected, token.is("=") ? "equality is a single =" : remedy);
  }

  private Value number(Token token) {
    double number = Double.parseDouble(token.text());
    if (number > MOST) {
      throw new ExpressionException(
          token.at(), token.end(), "syntax", "the number is too large", "numbers go up to 1e100");
    }
    return new Value.Number(number);
  }

  private Node function(Token name) {
    Token opening = tokens.next();
    if (name.text().equals(Names.EXISTS)) {
      return parser.made(new Node.Exists(name.at(), existing(opening)));
    }
    boolean category = name.text().startsWith(PastKind.CATEGORY_PREFIX);
    Optional<PastKind> kind =
        PastKind.of(
            category ? name.text().substring(PastKind.CATEGORY_PREFIX.length()) : name.text());
    if (kind.isEmpty()) {
      throw new ExpressionException(
          name.at(),
          name.end(),
          "unknown_name",
          "no function has this name",
          Names.remedyForFunction(name.text()));
    }
    long within = Node.Past.EVER;
    if (tokens.peek().kind() == Kind.DURATION
        && Value.span(tokens.peek().text()).orElseThrow() instanceof Value.Span(long millis)) {
      tokens.next();
      within = millis;
    }
    tokens.expect(")", "give a duration or nothing, e.g. bought(30d) or bought()");
    return parser.made(new Node.Past(name.at(), kind.get(), category, within));
  }

  private Node.Field existing(Token opening) {
    String remedy = "name one field, e.g. exists(price) or exists(attributes.colour)";
    Token word = tokens.peek();
    if (word.kind() != Kind.WORD || Names.KEYWORDS.contains(word.text())) {
      throw tokens.refuse(word, "expected a field", remedy);
    }
    tokens.next();
    Node.Field field = parser.nested(opening, () -> field(word));
    tokens.expect(")", remedy);
    return field;
  }

  private Node.Field field(Token word) {
    boolean current = word.text().equals(Names.CURRENT);
    Token name = word;
    if (current) {
      tokens.expect(".", "write current.<field>, e.g. current.price");
      name = tokens.next();
    }
    Optional<ItemField> field =
        name.kind() == Kind.WORD ? ItemField.of(name.text()) : Optional.empty();
    if (field.isEmpty()) {
      throw unknown(name, current);
    }
    String attribute = field.get() == ItemField.ATTRIBUTE ? attribute() : "";
    return parser.made(new Node.Field(word.at(), current, field.get(), attribute));
  }

  private String attribute() {
    String remedy = "write attributes.colour, or attributes[\"in stock\"] for other names";
    if (tokens.accept("[")) {
      Token name = tokens.next();
      if (name.kind() != Kind.TEXT || name.text().isBlank() || name.text().length() > 64) {
        throw tokens.refuse(name, "expected the attribute's name in quotes", remedy);
      }
      tokens.expect("]", remedy);
      return name.text();
    }
    tokens.expect(".", remedy);
    Token name = tokens.next();
    if (name.kind() != Kind.WORD || name.text().length() > 64) {
      throw tokens.refuse(name, "expected the attribute's name", remedy);
    }
    return name.text();
  }

  private ExpressionException unknown(Token name, boolean current) {
    String lower = name.text().toLowerCase(Locale.ROOT);
    String remedy = Names.remedyForField(name.text(), current);
    if (Names.KEYWORDS.contains(lower)) {
      remedy = "keywords are in lower case: " + lower;
    } else if (tokens.followsHyphen(name)) {
      remedy = "a name with a hyphen is written attributes[\"free-shipping\"]; " + remedy;
    } else if (name.is("user") || name.is("param")) {
      remedy = "what is known of the user or the page is sent as a parameter and written $name";
    }
    return new ExpressionException(
        name.at(), name.end(), "unknown_name", "no field has this name", remedy);
  }
}
