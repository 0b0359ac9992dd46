package dev.akin.rank.filter;

import dev.akin.model.ItemFields;
import java.util.Comparator;
import java.util.List;

/// Finds attributes that no item has.
final class UnknownAttributes {
  private UnknownAttributes() {}

  static List<ExpressionProblem> in(Expression expression, ItemFields fields) {
    List<String> known =
        fields.columns().keySet().stream()
            .filter(name -> name.startsWith(ItemFields.ATTRIBUTE_PREFIX))
            .toList();
    return Nodes.all(expression.root()).stream()
        .filter(node -> node instanceof Node.Field field && isUnknown(field, fields))
        .map(node ->
            ExpressionException.about(
                    node,
                    "unknown_name",
                    "no item has this attribute",
                    Names.suggestion(
                            ItemFields.ATTRIBUTE_PREFIX + ((Node.Field) node).attribute(), known)
                        + "attributes are known once an item has them and a training has run")
                .in(expression.text()))
        .sorted(Comparator.comparingInt(ExpressionProblem::column))
        .toList();
  }

  private static boolean isUnknown(Node.Field field, ItemFields fields) {
    String column = ItemFields.ATTRIBUTE_PREFIX + field.attribute();
    return field.field() == ItemField.ATTRIBUTE
        && fields.column(column) == null
        && !fields.leftOut().contains(column);
  }
}
