package dev.akin.rank.filter;

import dev.akin.shop.InvalidFieldException;

/// From a finding in an expression to one about the field that holds the expression.
final class Findings {
  private Findings() {}

  /// The valid result.
  ///
  /// @throws InvalidFieldException with the problem's code and whole description
  static <T> T required(String field, Checked<T> checked) {
    return switch (checked) {
      case Checked.Valid(T value) -> value;
      case Checked.Invalid(ExpressionProblem problem) -> throw refusal(field, problem);
    };
  }

  static void refuse(String field, ExpressionProblem problem) {
    throw refusal(field, problem);
  }

  /// The problem as one of a field.
  static InvalidFieldException refusal(String field, ExpressionProblem problem) {
    return new InvalidFieldException(field, problem.code(), problem.describe())
        .at(problem.column());
  }
}
