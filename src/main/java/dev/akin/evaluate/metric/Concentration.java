package dev.akin.evaluate.metric;

import java.util.Arrays;

/// How recommendations are spread over the catalogue, from how often each item was recommended.
public final class Concentration {
  private Concentration() {}

  /// The share of the catalogue that was recommended to anybody.
  public static double coverage(int[] counts) {
    return (double) Arrays.stream(counts).filter(count -> count > 0).count() / counts.length;
  }

  /// The Gini index: 0 if every item is recommended equally often, near 1 if one item takes all;
  /// `sum((2 i - n - 1) x_i) / (n sum(x_i))` over ascending counts, i from 1. 0 without any.
  public static double gini(int[] counts) {
    int[] ascending = counts.clone();
    Arrays.sort(ascending);
    double n = ascending.length;
    double weighted = 0;
    double sum = 0;
    for (int i = 0; i < ascending.length; i++) {
      weighted += (2.0 * (i + 1) - n - 1) * ascending[i];
      sum += ascending[i];
    }
    return sum == 0 ? 0 : weighted / (n * sum);
  }
}
