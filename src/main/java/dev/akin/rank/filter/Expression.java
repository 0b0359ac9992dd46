package dev.akin.rank.filter;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// A text that has been parsed and checked, as far as it can be without a request.
record Expression(String text, Node root, Type type) {
  static Checked<Expression> parse(String text, Type type, ExpressionLimits limits) {
    return checked(
        text,
        () -> {
          Node root = Parser.parse(text, limits);
          new TypeCheck(null).require(root, type);
          return new Expression(text, root, type);
        });
  }

  /// Turns what the recursion throws into a value.
  static <T> Checked<T> checked(String text, Supplier<T> work) {
    try {
      return new Checked.Valid<>(work.get());
    } catch (ExpressionException refused) {
      return new Checked.Invalid<>(refused.in(text));
    }
  }

  boolean readsPast() {
    return Nodes.all(root).stream().anyMatch(Node.Past.class::isInstance);
  }

  boolean readsCurrent() {
    return Nodes.all(root).stream()
        .anyMatch(node -> node instanceof Node.Field field && field.current());
  }

  Set<String> parameters() {
    return Nodes.all(root).stream()
        .filter(Node.Parameter.class::isInstance)
        .map(node -> ((Node.Parameter) node).name())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
