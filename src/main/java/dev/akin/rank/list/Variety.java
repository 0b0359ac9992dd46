package dev.akin.rank.list;

import dev.akin.rank.diversity.Similarity;

/// How different the items of a list are from each other and from what everybody knows.
///
/// @param diversity 0..1: 0 is the order of the scores, 1 takes what is least alike
/// @param similarity what alike means
/// @param novelty 0..1: how much being little known counts beside being relevant
/// @param popularity one per item, finite and not negative; read only if novelty is above 0; not
///   copied
public record Variety(double diversity, Similarity similarity, double novelty, float[] popularity) {
  /// The order of the scores.
  public static final Variety NONE = new Variety(0, Similarity.NONE, 0, new float[0]);

  public Variety {
    if (!(diversity >= 0 && diversity <= 1)) {
      throw new IllegalArgumentException("diversity must be in 0..1, was " + diversity);
    }
    if (!(novelty >= 0 && novelty <= 1)) {
      throw new IllegalArgumentException("novelty must be in 0..1, was " + novelty);
    }
  }

  /// Diversity alone.
  public static Variety of(double diversity, Similarity similarity) {
    return new Variety(diversity, similarity, 0, new float[0]);
  }
}
