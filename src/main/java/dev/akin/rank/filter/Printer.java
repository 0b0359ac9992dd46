package dev.akin.rank.filter;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Writes a syntax tree as text, with no more parentheses than it takes to read it back as the same
/// tree.
final class Printer {
  private static final int OR = 1;
  private static final int AND = 2;
  private static final int NOT = 3;
  private static final int COMPARISON = 4;
  private static final int SUM = 5;
  private static final int PRODUCT = 6;
  private static final int SIGNED = 7;
  private static final int OPERAND = 8;

  private static final List<Unit> UNITS = List.of(new Unit('w'), new Unit('d'), new Unit('h'));

  private Printer() {}

  static String print(Node node) {
    return switch (node) {
      case Node.Literal literal -> literal(literal.value());
      case Node.Parameter parameter -> "$" + parameter.name();
      case Node.Field field -> field(field);
      case Node.Exists exists -> "exists(" + field(exists.field()) + ")";
      case Node.Past past -> past(past);
      case Node.Negative negative -> "-" + print(negative.operand(), SIGNED);
      case Node.Arithmetic sum -> {
        int level = sum.operator().tight() ? PRODUCT : SUM;
        yield print(sum.left(), level)
            + " "
            + sum.operator().sign()
            + " "
            + print(sum.right(), level + 1);
      }
      case Node.Compare compare ->
          print(compare.left(), SUM)
              + " "
              + compare.operator().sign()
              + " "
              + print(compare.right(), SUM);
      case Node.In in -> print(in.value(), SUM) + " in " + print(in.list());
      case Node.Listed listed -> "(" + joined(listed.values(), ", ", Printer::print) + ")";
      case Node.Not not -> "not " + print(not.operand(), NOT);
      case Node.And and -> joined(and.parts(), " and ", part -> print(part, NOT));
      case Node.Or or -> joined(or.parts(), " or ", part -> print(part, AND));
    };
  }

  private static String print(Node node, int least) {
    String text = print(node);
    return level(node) < least ? "(" + text + ")" : text;
  }

  private static int level(Node node) {
    return switch (node) {
      case Node.Or _ -> OR;
      case Node.And _ -> AND;
      case Node.Not _ -> NOT;
      case Node.Compare _, Node.In _ -> COMPARISON;
      case Node.Arithmetic sum -> sum.operator().tight() ? PRODUCT : SUM;
      case Node.Negative _ -> SIGNED;
      case Node.Literal _,
          Node.Parameter _,
          Node.Field _,
          Node.Exists _,
          Node.Past _,
          Node.Listed _ ->
          OPERAND;
    };
  }

  private static String joined(List<Node> parts, String between, Function<Node, String> text) {
    return parts.stream().map(text).collect(Collectors.joining(between));
  }

  private static String past(Node.Past past) {
    return (past.category() ? PastKind.CATEGORY_PREFIX : "")
        + past.kind().word()
        + "("
        + (past.within() == Node.Past.EVER ? "" : span(past.within()))
        + ")";
  }

  private static String field(Node.Field field) {
    String text = (field.current() ? Names.CURRENT + "." : "") + field.field().word();
    if (field.field() != ItemField.ATTRIBUTE) {
      return text;
    }
    String name = field.attribute();
    boolean plain =
        Lexer.isNameStart(name.codePointAt(0)) && name.codePoints().allMatch(Lexer::isNamePart);
    return text + (plain ? "." + name : "[" + quoted(name) + "]");
  }

  private static String literal(Value value) {
    return switch (value) {
      case Value.Text(String text) -> quoted(text);
      case Value.Number(double number) ->
          new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
      case Value.Flag(boolean flag) -> flag ? "true" : "false";
      case Value.Span(long millis) -> span(millis);
      case Value.Moment(long millis) ->
          throw new IllegalArgumentException("no literal has the time " + millis);
    };
  }

  private static String span(long millis) {
    for (Unit unit : UNITS) {
      if (millis != 0 && millis % unit.millis() == 0) {
        return millis / unit.millis() + String.valueOf(unit.letter());
      }
    }
    return millis / Value.unit('m') + "m";
  }

  private static String quoted(String text) {
    String escaped =
        text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t");
    return '"' + escaped + '"';
  }

  private record Unit(char letter) {
    long millis() {
      return Value.unit(letter);
    }
  }
}
