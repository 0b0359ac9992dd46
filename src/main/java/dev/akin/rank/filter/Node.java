package dev.akin.rank.filter;

import java.util.List;

/// The syntax tree. `at` is the index of the character where the part begins, or of its operator.
sealed interface Node {
  int at();

  record Literal(int at, Value value) implements Node {}

  /// A value that the request gives: `$name`.
  record Parameter(int at, String name) implements Node {}

  /// A field of the item that is judged, or of the item being looked at.
  ///
  /// @param attribute the attribute's name, empty for other fields
  record Field(int at, boolean current, ItemField field, String attribute) implements Node {}

  /// Whether a field has a value.
  record Exists(int at, Field field) implements Node {}

  /// Whether the user did something to the item, or to one of its category.
  ///
  /// @param within milliseconds, [Past#EVER] for any age
  record Past(int at, PastKind kind, boolean category, long within) implements Node {
    static final long EVER = Long.MAX_VALUE;
  }

  record Negative(int at, Node operand) implements Node {}

  record Arithmetic(int at, Calculation operator, Node left, Node right) implements Node {}

  record Compare(int at, Comparison operator, Node left, Node right) implements Node {}

  /// @param list a field, a parameter or a [Listed]
  record In(int at, Node value, Node list) implements Node {}

  /// Values in parentheses after `in`; literals, negative numbers and parameters.
  record Listed(int at, List<Node> values) implements Node {}

  record Not(int at, Node operand) implements Node {}

  /// @param parts at least two
  record And(int at, List<Node> parts) implements Node {}

  /// @param parts at least two
  record Or(int at, List<Node> parts) implements Node {}
}
