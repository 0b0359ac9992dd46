package dev.akin.rank.diversity;

import dev.akin.math.CsrMatrix;

/// The cosine of the words that describe the items: works before anybody has bought anything.
///
/// @param vectors items x terms, every row of length 1 or empty, terms ascending; as in
///   [dev.akin.model.ContentModel]. One comparison merges two rows.
public record ContentSimilarity(CsrMatrix vectors) implements Similarity {
  @Override
  public Pool over(int[] items) {
    return (item, into) -> {
      for (int i = 0; i < into.length; i++) {
        into[i] = Math.clamp(product(items[i], item), 0, 1);
      }
    };
  }

  private float product(int left, int right) {
    int[] terms = vectors.indices();
    int p = vectors.starts()[left];
    int q = vectors.starts()[right];
    int pEnd = vectors.starts()[left + 1];
    int qEnd = vectors.starts()[right + 1];
    float sum = 0;
    while (p < pEnd && q < qEnd) {
      int step = Integer.compare(terms[p], terms[q]);
      if (step == 0) {
        sum += vectors.values()[p] * vectors.values()[q];
      }
      p += step <= 0 ? 1 : 0;
      q += step >= 0 ? 1 : 0;
    }
    return sum;
  }
}
