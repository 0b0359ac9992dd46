package dev.akin.evaluate.metric;

/// A mean with the interval that contains it with the confidence asked for.
///
/// @param low lower end; NaN where there was nothing to average
/// @param high upper end
public record Interval(double mean, double low, double high) {
  /// Whether zero lies outside: the mean differs from zero by more than chance explains.
  public boolean significant() {
    return low > 0 || high < 0;
  }
}
