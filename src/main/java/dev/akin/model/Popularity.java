package dev.akin.model;

/// How popular each item is: not personal, the same for everybody.
///
/// @param scores one per item, finite and not negative; not copied
public record Popularity(float[] scores) {
  public Popularity {
    for (float score : scores) {
      if (!(score >= 0 && score < Float.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("popularity must be finite, not negative: " + score);
      }
    }
  }

  public int items() {
    return scores.length;
  }
}
