package dev.akin.learn;

import dev.akin.math.CsrMatrix;

/// What an interaction weighs when items are compared. Rare evidence says more: somebody who has
/// bought everything tells little about which two articles belong together.
public enum Weighting {
  /// The strength itself: plain cosine (Sarwar, Karypis, Konstan and Riedl, WWW 2001, section
  /// 3.1.1).
  COSINE,
  /// `sqrt(s) * idf(u)`, with `idf(u) = ln(1 + items / n_u)` for a user of n_u items: users are the
  /// terms that describe an item (Salton and Buckley, 1988).
  TF_IDF,
  /// `idf(u) * s * 2.2 / (s + 1.2 * (0.25 + 0.75 * n_u / mean n))`, which saturates in the strength
  /// (Robertson and Zaragoza, "The probabilistic relevance framework", 2009, equation 3.15).
  BM25;

  private static final double K1 = 1.2;
  private static final double B = 0.75;

  /// The matrix of the same cells, weighted; rows are users.
  CsrMatrix apply(CsrMatrix strengths) {
    float[] weights = new float[strengths.size()];
    double mean = strengths.size() / (double) Math.max(1, strengths.rows());
    for (int user = 0; user < strengths.rows(); user++) {
      int count = strengths.starts()[user + 1] - strengths.starts()[user];
      double idf = StrictMath.log1p(strengths.columns() / (double) Math.max(1, count));
      for (int p = strengths.starts()[user]; p < strengths.starts()[user + 1]; p++) {
        weights[p] = (float) weight(strengths.values()[p], idf, count / mean);
      }
    }
    return new CsrMatrix(
        strengths.rows(), strengths.columns(), strengths.starts(), strengths.indices(), weights);
  }

  private double weight(double strength, double idf, double length) {
    return switch (this) {
      case COSINE -> strength;
      case TF_IDF -> Math.sqrt(strength) * idf;
      case BM25 -> idf * strength * (K1 + 1) / (strength + K1 * (1 - B + B * length));
    };
  }
}
