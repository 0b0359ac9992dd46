package dev.akin.rank.filter;

import dev.akin.shop.AttributeValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Refuses what could never be true or has no meaning, before an item is looked at. Runs twice:
/// when the text is parsed, and when the request's parameters are known.
final class TypeCheck {
  private final @Nullable Map<String, AttributeValue> parameters;

  /// @param parameters null while they are unknown
  TypeCheck(@Nullable Map<String, AttributeValue> parameters) {
    this.parameters = parameters;
  }

  /// @throws ExpressionException if the part is not of this type
  void require(Node node, Type wanted) {
    Type type = of(node);
    if (type != wanted && !type.open()) {
      throw refuse(
          node,
          "expected " + wanted.noun() + ", but this is " + type.noun(),
          wanted == Type.CONDITION
              ? "compare it, e.g. price <= 50 or \"shoes\" in categories"
              : "only numbers are calculated with");
    }
  }

  private Type of(Node node) {
    return switch (node) {
      case Node.Literal literal -> of(literal.value());
      case Node.Parameter parameter -> of(parameter);
      case Node.Field field -> field.field().type();
      case Node.Exists _, Node.Past _ -> Type.CONDITION;
      case Node.Negative negative -> numbers(negative.operand());
      case Node.Arithmetic sum -> numbers(sum.left(), sum.right());
      case Node.Compare compare -> compare(compare);
      case Node.In in -> in(in);
      case Node.Listed listed -> list(listed);
      case Node.Not not -> conditions(not.operand());
      case Node.And and -> conditions(and.parts().toArray(Node[]::new));
      case Node.Or or -> conditions(or.parts().toArray(Node[]::new));
    };
  }

  private Type numbers(Node... parts) {
    for (Node part : parts) {
      require(part, Type.NUMBER);
    }
    return Type.NUMBER;
  }

  private Type conditions(Node... parts) {
    for (Node part : parts) {
      require(part, Type.CONDITION);
    }
    return Type.CONDITION;
  }

  private static Type of(Value value) {
    return switch (value) {
      case Value.Text _ -> Type.TEXT;
      case Value.Number _ -> Type.NUMBER;
      case Value.Flag _ -> Type.CONDITION;
      case Value.Span _ -> Type.SPAN;
      case Value.Moment _ -> Type.MOMENT;
    };
  }

  private Type of(Node.Parameter parameter) {
    if (parameters == null) {
      return Type.PARAMETER;
    }
    AttributeValue value = parameters.get(parameter.name());
    if (value == null) {
      throw ExpressionException.about(
          parameter,
          "parameter",
          "the request gives no parameter of this name",
          Names.suggestion(parameter.name(), parameters.keySet())
              + "send "
              + parameter.name()
              + " among the parameters");
    }
    return switch (value) {
      case AttributeValue.Text _ -> Type.TEXT;
      case AttributeValue.Number _ -> Type.NUMBER;
      case AttributeValue.Flag _ -> Type.CONDITION;
      case AttributeValue.Texts _ -> Type.LIST;
    };
  }

  private Type compare(Node.Compare compare) {
    Type left = of(compare.left());
    Type right = of(compare.right());
    requireSingle(compare.left(), left);
    requireSingle(compare.right(), right);
    requireSame(compare.left(), left, compare.right(), right);
    if (compare.operator().ordered() && (left == Type.CONDITION || right == Type.CONDITION)) {
      throw refuse(compare, "true and false have no order", "compare conditions with = or !=");
    }
    return Type.CONDITION;
  }

  private static void requireSingle(Node node, Type type) {
    if (type == Type.LIST) {
      String name = Printer.print(node);
      throw refuse(
          node,
          name + " is " + type.noun(),
          node instanceof Node.Parameter
              ? "write e.g. id in " + name
              : "write e.g. \"shoes\" in " + name);
    }
  }

  private void requireSame(Node left, Type leftType, Node right, Type rightType) {
    if (isTime(leftType) || isTime(rightType)) {
      if (leftType != rightType) {
        boolean timeLeft = isTime(leftType);
        requireTime(
            timeLeft ? right : left,
            timeLeft ? rightType : leftType,
            timeLeft ? leftType : rightType);
      }
    } else if (leftType != rightType && !leftType.open() && !rightType.open()) {
      throw refuse(
          right,
          "this is " + rightType.noun() + " and what it is compared with is " + leftType.noun(),
          "compare values of one type; texts stand in quotes and numbers do not");
    }
  }

  private static boolean isTime(Type type) {
    return type == Type.SPAN || type == Type.MOMENT;
  }

  /// What is compared with a time must be one, or a text that can be read as one.
  private void requireTime(Node node, Type type, Type wanted) {
    String text = type == Type.TEXT ? text(node) : null;
    boolean readable =
        text != null && (wanted == Type.SPAN ? Value.span(text) : Value.moment(text)).isPresent();
    if (!readable && type != Type.PARAMETER) {
      throw refuse(
          node,
          "expected " + wanted.noun() + ", but this is " + type.noun(),
          wanted == Type.SPAN
              ? "write durations like 30d, 12h or 45m"
              : "write times like \"2026-11-30\" or \"2026-11-30T12:00:00Z\"");
    }
  }

  private @Nullable String text(Node node) {
    if (node instanceof Node.Literal(int _, Value.Text(String text))) {
      return text;
    }
    return parameters != null
            && node instanceof Node.Parameter parameter
            && parameters.get(parameter.name()) instanceof AttributeValue.Text(String text)
        ? text
        : null;
  }

  private Type in(Node.In in) {
    Type left = of(in.value());
    if (left == Type.CONDITION || isTime(left)) {
      throw refuse(
          in.value(),
          "expected a text or a number, but this is " + left.noun(),
          "compare it with =");
    }
    if (in.list() instanceof Node.Listed listed) {
      for (Node value : listed.values()) {
        requireElement(value, left);
      }
    } else {
      requireListFor(in.list(), left);
    }
    requireConstantPaths(in.value(), in.list());
    requireConstantPaths(in.list(), in.value());
    return Type.CONDITION;
  }

  private void requireElement(Node value, Type left) {
    Type type = of(value);
    Type element = left == Type.LIST ? Type.TEXT : left;
    if (type == Type.LIST || isTime(type) || (!element.open() && !type.open() && type != element)) {
      throw refuse(
          value,
          "this value is " + type.noun() + " and what is looked for is " + left.noun(),
          type == Type.LIST
              ? "write in " + Printer.print(value) + " without parentheses"
              : "a list holds values of the type that is looked for");
    }
  }

  private void requireListFor(Node list, Type left) {
    Type type = of(list);
    boolean parameter = list instanceof Node.Parameter;
    if (type != Type.LIST && !type.open() && !parameter) {
      throw refuse(
          list, "expected a list, but this is " + type.noun(), "compare it with =, or list values");
    }
    boolean texts = type == Type.LIST || type == Type.TEXT;
    boolean fits = left.open() || type.open() || (left == Type.NUMBER ? type == left : texts);
    if (!fits) {
      throw refuse(
          list,
          "this is " + type.noun() + " and what is looked for is " + left.noun(),
          "look for texts in lists of texts");
    }
  }

  /// Paths are known before an item is looked at.
  private static void requireConstantPaths(Node categories, Node paths) {
    boolean constant =
        !Nodes.isRow(paths) || (Nodes.isCategories(paths) && !Nodes.isRow(categories));
    if (Nodes.isCategories(categories) && !constant) {
      throw refuse(
          paths,
          "categories are looked up by texts, parameters and current.categories only",
          "write e.g. \"Home > Mugs\" in categories or categories in current.categories");
    }
  }

  private Type list(Node.Listed listed) {
    throw refuse(
        listed, "a list stands only after in", "write e.g. currency in (\"EUR\", \"CHF\")");
  }

  private static ExpressionException refuse(Node node, String message, String remedy) {
    return ExpressionException.about(node, "type", message, remedy);
  }
}
