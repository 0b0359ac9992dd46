package dev.akin.rank.diversity;

import dev.akin.math.CompactNumbers;
import dev.akin.math.PackedMatrix;
import java.util.Arrays;

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
    CompactNumbers numbers = new CompactNumbers(vectors.columns());
    int[] terms = new int[size];
    float[] weights = new float[size];
    for (int i = 0, at = 0; i < items.length; i++) {
      for (int p = vectors.starts()[items[i]]; at < ends[i]; p++, at++) {
        terms[at] = numbers.of(vectors.column(p));
        weights[at] = vectors.value(items[i], p);
      }
    }
    float[] spread = new float[numbers.size()];
    return (item, into) -> {
      spread(item, numbers, spread);
      for (int i = 0, p = 0; i < into.length; i++) {
        float sum = 0;
        for (; p < ends[i]; p++) {
          sum += weights[p] * spread[terms[p]];
        }
        into[i] = Math.clamp(sum, 0, 1);
      }
      Arrays.fill(spread, 0);
    };
  }

  /// Writes the weights of an item's words to the places of those that the pool has.
  private void spread(int item, CompactNumbers numbers, float[] into) {
    for (int p = vectors.starts()[item]; p < vectors.starts()[item + 1]; p++) {
      int number = numbers.find(vectors.column(p));
      if (number >= 0) {
        into[number] = vectors.value(item, p);
      }
    }
  }
}
