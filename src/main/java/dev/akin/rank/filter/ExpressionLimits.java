package dev.akin.rank.filter;

/// How large an expression may be. They bound the stack and the time of everything that walks over
/// it.
///
/// @param characters of the text
/// @param depth how deep parentheses, `not` and signs nest
/// @param nodes of the syntax tree: values, fields and operators together
public record ExpressionLimits(int characters, int depth, int nodes) {
  /// Room for everything that a person would write.
  public static final ExpressionLimits DEFAULT = new ExpressionLimits(2_000, 50, 400);

  public ExpressionLimits {
    if (characters < 1 || depth < 1 || depth > 200 || nodes < 1 || nodes > 2_000) {
      throw new IllegalArgumentException(
          "limits must be positive, depth up to 200 and nodes up to 2000");
    }
  }
}
