package dev.akin.rank.filter;

/// The four operations on numbers. What is not a finite number is missing, which is `NaN` here.
enum Calculation {
  PLUS("+"),
  MINUS("-"),
  TIMES("*"),
  DIVIDED("/");

  private final String sign;

  Calculation(String sign) {
    this.sign = sign;
  }

  String sign() {
    return sign;
  }

  /// Whether it binds as tightly as multiplication.
  boolean tight() {
    return this == TIMES || this == DIVIDED;
  }

  double of(double left, double right) {
    double result =
        switch (this) {
          case PLUS -> left + right;
          case MINUS -> left - right;
          case TIMES -> left * right;
          case DIVIDED -> left / right;
        };
    return Double.isFinite(result) ? result : Double.NaN;
  }
}
