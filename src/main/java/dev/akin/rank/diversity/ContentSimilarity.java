package dev.akin.rank.diversity;

import dev.akin.math.CsrMatrix;

/// The cosine of the words that describe the items: works before anybody has bought anything.
///
/// Preparing a pool copies its rows together; a comparison with all of it spreads the words of the
/// one item over an array and costs one look-up for each word of the pool.
///
/// @param vectors items x terms, every row of length 1 or empty, terms ascending; as in
///   [dev.akin.model.ContentModel]
public record ContentSimilarity(CsrMatrix vectors) implements Similarity {
  @Override
  public Pool over(int[] items) {
    int[] starts = new int[items.length + 1];
    for (int i = 0; i < items.length; i++) {
      starts[i + 1] = starts[i] + vectors.starts()[items[i] + 1] - vectors.starts()[items[i]];
    }
    int[] terms = new int[starts[items.length]];
    float[] weights = new float[terms.length];
    for (int i = 0; i < items.length; i++) {
      int from = vectors.starts()[items[i]];
      int length = starts[i + 1] - starts[i];
      System.arraycopy(vectors.indices(), from, terms, starts[i], length);
      System.arraycopy(vectors.values(), from, weights, starts[i], length);
    }
    float[] spread = new float[vectors.columns()];
    return (item, into) -> {
      spread(item, 1, spread);
      for (int i = 0; i < into.length; i++) {
        float sum = 0;
        for (int p = starts[i]; p < starts[i + 1]; p++) {
          sum += weights[p] * spread[terms[p]];
        }
        into[i] = Math.clamp(sum, 0, 1);
      }
      spread(item, 0, spread);
    };
  }

  /// Writes the weights of an item's words, times a factor, to their places.
  private void spread(int item, float factor, float[] into) {
    for (int p = vectors.starts()[item]; p < vectors.starts()[item + 1]; p++) {
      into[vectors.indices()[p]] = factor * vectors.values()[p];
    }
  }
}
