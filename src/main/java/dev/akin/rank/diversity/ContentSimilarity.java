package dev.akin.rank.diversity;

import dev.akin.math.PackedMatrix;

/// The cosine of the words that describe the items: works before anybody has bought anything.
///
/// Preparing a pool copies its rows together; a comparison with all of it spreads the words of the
/// one item over an array and costs one look-up for each word of the pool.
///
/// @param vectors items x terms, every row of length 1 or empty, terms ascending; as in
///   [dev.akin.model.ContentModel]
public record ContentSimilarity(PackedMatrix vectors) implements Similarity {
  @Override
  public Pool over(int[] items) {
    int[] ends = new int[items.length];
    int size = 0;
    for (int i = 0; i < items.length; i++) {
      size += vectors.starts()[items[i] + 1] - vectors.starts()[items[i]];
      ends[i] = size;
    }
    int[] terms = new int[size];
    float[] weights = new float[size];
    for (int i = 0, at = 0; i < items.length; i++) {
      for (int p = vectors.starts()[items[i]]; at < ends[i]; p++, at++) {
        terms[at] = vectors.column(p);
        weights[at] = vectors.value(items[i], p);
      }
    }
    float[] spread = new float[vectors.columns()];
    return (item, into) -> {
      spread(item, 1, spread);
      for (int i = 0, p = 0; i < into.length; i++) {
        float sum = 0;
        for (; p < ends[i]; p++) {
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
      into[vectors.column(p)] = factor * vectors.value(item, p);
    }
  }
}
