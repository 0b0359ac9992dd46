package dev.akin.math;

/// A dense query as whole numbers times one scale: `query[c] ~ scale * values[c]`.
///
/// The largest magnitude becomes as large as a sum of products with int8 values allows without
/// overflow: an error of at most `max|query| * k / 2^24` per value (k = 64: 4e-6 of the largest).
///
/// @param values one per column; not copied
/// @param scale zero for a zero query
public record QuantizedQuery(int[] values, float scale) {
  /// The same query, longer or shorter.
  public QuantizedQuery times(float factor) {
    return new QuantizedQuery(values, scale * factor);
  }

  /// Quantises finite values.
  public static QuantizedQuery of(float[] query) {
    float largest = 0;
    for (float value : query) {
      largest = Math.max(largest, Math.abs(value));
    }
    int[] values = new int[query.length];
    if (!(largest > 0)) {
      return new QuantizedQuery(values, 0);
    }
    int limit = (int) Math.min(1 << 20, Integer.MAX_VALUE / (128L * query.length));
    double factor = limit / (double) largest;
    for (int c = 0; c < query.length; c++) {
      values[c] = (int) Math.rint(query[c] * factor);
    }
    return new QuantizedQuery(values, (float) (largest / (double) limit));
  }
}
