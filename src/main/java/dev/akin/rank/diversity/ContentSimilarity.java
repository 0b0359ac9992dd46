package dev.akin.rank.diversity;

import dev.akin.math.PackedMatrix;
import dev.akin.math.PickedRows;

/// The cosine of the words that describe the items: works before anybody has bought anything.
///
/// Preparing a pool copies its rows together; a comparison with all of it costs one look-up for
/// each word of the item and a step for each item of the pool that has it.
///
/// @param vectors items x terms, every row of length 1 or empty, terms ascending; as in
///   [dev.akin.model.ContentModel]
public record ContentSimilarity(PackedMatrix vectors) implements Similarity {
  @Override
  public Pool over(int[] items) {
    PickedRows pool = new PickedRows(vectors, items);
    return (item, into) -> {
      pool.products(item, into);
      for (int i = 0; i < into.length; i++) {
        into[i] = Math.clamp(into[i], 0, 1);
      }
    };
  }
}
