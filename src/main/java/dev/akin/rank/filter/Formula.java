package dev.akin.rank.filter;

import dev.akin.model.CatalogueSnapshot;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/// An expression that gives an item a number. Immutable; parsed once, it serves any number of
/// requests.
public final class Formula {
  private final Expression expression;

  private Formula(Expression expression) {
    this.expression = expression;
  }

  /// Parses a calculation.
  public static Checked<Formula> parse(String text, ExpressionLimits limits) {
    return switch (Expression.parse(text, Type.NUMBER, limits)) {
      case Checked.Valid(Expression expression) -> new Checked.Valid<>(new Formula(expression));
      case Checked.Invalid(ExpressionProblem problem) -> new Checked.Invalid<>(problem);
    };
  }

  /// The number of an item of the catalogue, `NaN` if it is missing. Calculated when asked for.
  ///
  /// @return invalid if a parameter or the current item is missing or of the wrong type, or if the
  ///   catalogue does not hold an attribute
  public Checked<IntToDoubleFunction> over(CatalogueSnapshot catalogue, FilterContext context) {
    return Expression.checked(
        expression.text(),
        () -> {
          new TypeCheck(context.parameters()).require(expression.root(), Type.NUMBER);
          return new OperandCompiler(catalogue, context).number(expression.root());
        });
  }

  /// Attributes that no item of the catalogue has: slips, or attributes that came after the
  /// training. Until then they count as missing.
  public List<ExpressionProblem> unknownAttributes(CatalogueSnapshot catalogue) {
    return UnknownAttributes.in(expression, catalogue.fields());
  }

  public String text() {
    return expression.text();
  }

  /// The same calculation in one spelling, whatever spaces and parentheses it was written with.
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
