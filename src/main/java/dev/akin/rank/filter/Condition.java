package dev.akin.rank.filter;

import dev.akin.model.CatalogueSnapshot;
import java.util.List;
import java.util.Set;

/// An expression that is true or false for an item: a filter. Immutable; parsed once, it serves any
/// number of requests.
public final class Condition {
  private final Expression expression;

  private Condition(Expression expression) {
    this.expression = expression;
  }

  /// Parses a filter.
  public static Checked<Condition> parse(String text, ExpressionLimits limits) {
    return switch (Expression.parse(text, Type.CONDITION, limits)) {
      case Checked.Valid(Expression expression) -> new Checked.Valid<>(new Condition(expression));
      case Checked.Invalid(ExpressionProblem problem) -> new Checked.Invalid<>(problem);
    };
  }

  /// The items of the catalogue for which the condition holds, all of them at once. Cost: one pass
  /// over the items per comparison.
  ///
  /// @return invalid if a parameter or the current item is missing or of the wrong type, or if the
  ///   catalogue does not hold an attribute
  public Checked<ItemSet> over(CatalogueSnapshot catalogue, FilterContext context) {
    return Expression.checked(
        expression.text(),
        () -> {
          new TypeCheck(context.parameters()).require(expression.root(), Type.CONDITION);
          return new ConditionCompiler(catalogue, context).compile(expression.root());
        });
  }

  /// Attributes that no item of the catalogue has: slips, or attributes that came after the
  /// training. Until then they count as missing.
  public List<ExpressionProblem> unknownAttributes(CatalogueSnapshot catalogue) {
    return UnknownAttributes.in(expression, catalogue.fields());
  }

  /// The conditions that `and` joins, in their order, all of which must hold; the condition itself
  /// if it is not made of such parts.
  public List<Condition> parts() {
    return expression.root() instanceof Node.And and
        ? and.parts().stream()
            .map(part -> new Condition(new Expression(expression.text(), part, expression.type())))
            .toList()
        : List.of(this);
  }

  /// As it was written; of a part the whole that it stands in.
  public String text() {
    return expression.text();
  }

  /// The same condition in one spelling, whatever spaces and parentheses it was written with.
  public String canonical() {
    return Printer.print(expression.root());
  }

  /// Whether the user's events are needed.
  public boolean readsPast() {
    return expression.readsPast();
  }

  /// Whether the item being looked at is needed.
  public boolean readsCurrent() {
    return expression.readsCurrent();
  }

  /// The names of the parameters that a request must give.
  public Set<String> parameters() {
    return expression.parameters();
  }

  @Override
  public String toString() {
    return canonical();
  }
}
