package dev.akin.rank.filter;

import java.util.ArrayList;
import java.util.List;

/// Walks over syntax trees.
final class Nodes {
  private Nodes() {}

  /// The index of the first character of a part, without parentheses around it.
  static int start(Node node) {
    return switch (node) {
      case Node.Arithmetic sum -> start(sum.left());
      case Node.Compare compare -> start(compare.left());
      case Node.In in -> start(in.value());
      case Node.And and -> start(and.parts().getFirst());
      case Node.Or or -> start(or.parts().getFirst());
      case Node.Literal _,
          Node.Parameter _,
          Node.Field _,
          Node.Exists _,
          Node.Past _,
          Node.Negative _,
          Node.Listed _,
          Node.Not _ ->
          node.at();
    };
  }

  /// The node and everything below it.
  static List<Node> all(Node root) {
    List<Node> found = new ArrayList<>(List.of(root));
    for (int i = 0; i < found.size(); i++) {
      found.addAll(below(found.get(i)));
    }
    return found;
  }

  private static List<? extends Node> below(Node node) {
    return switch (node) {
      case Node.Literal _, Node.Parameter _, Node.Field _, Node.Past _ -> List.of();
      case Node.Exists exists -> List.of(exists.field());
      case Node.Negative negative -> List.of(negative.operand());
      case Node.Arithmetic sum -> List.of(sum.left(), sum.right());
      case Node.Compare compare -> List.of(compare.left(), compare.right());
      case Node.In in -> List.of(in.value(), in.list());
      case Node.Listed listed -> listed.values();
      case Node.Not not -> List.of(not.operand());
      case Node.And and -> and.parts();
      case Node.Or or -> or.parts();
    };
  }

  /// Whether the part is a field of the item that is judged.
  static boolean isRow(Node node) {
    return node instanceof Node.Field field && !field.current();
  }

  static boolean isCategories(Node node) {
    return node instanceof Node.Field field && field.field() == ItemField.CATEGORIES;
  }
}
