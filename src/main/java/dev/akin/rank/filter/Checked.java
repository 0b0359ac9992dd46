package dev.akin.rank.filter;

/// A result, or where and why the text did not lead to one.
public sealed interface Checked<T> {
  record Valid<T>(T value) implements Checked<T> {}

  record Invalid<T>(ExpressionProblem problem) implements Checked<T> {}
}
