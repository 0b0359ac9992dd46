package dev.akin.rank.diversity;

import dev.akin.math.PackedMatrix;

/// Neighbours are alike: the fallback for a release without vectors.
///
/// The larger of the two directions' weights, each as a share of the heaviest weight in its list,
/// because weights of different algorithms have different units; 0 for items that are not
/// neighbours or have a weight that is not positive. One comparison with an item of the pool reads
/// two lists.
///
/// @param weights items x items, heaviest first in a row; as in [dev.akin.model.NeighbourModel]
public record NeighbourSimilarity(PackedMatrix weights) implements Similarity {
  @Override
  public Pool over(int[] items) {
    return (item, into) -> {
      for (int i = 0; i < into.length; i++) {
        into[i] = items[i] == item ? 1 : Math.max(weight(items[i], item), weight(item, items[i]));
      }
    };
  }

  private float weight(int from, int to) {
    int start = weights.starts()[from];
    int end = weights.starts()[from + 1];
    for (int p = start; p < end; p++) {
      if (weights.column(p) == to) {
        float heaviest = weights.value(from, start);
        return heaviest > 0 ? Math.max(0, weights.value(from, p) / heaviest) : 0;
      }
    }
    return 0;
  }
}
