package dev.akin.rank.diversity;

import dev.akin.math.Kernels;
import dev.akin.math.QuantizedQuery;
import dev.akin.model.QuantizedRows;
import java.util.Arrays;

/// The cosine of factor vectors: items that the same people take are alike.
///
/// Computed from the int8 rows as they are, without their scales, which a cosine does not see:
/// whole numbers, so every kernel gives the same bits. Vectors at an obtuse angle count as unlike
/// (0) and so do rows of zeros. Preparing a pool copies `pool * k` bytes so that a comparison with
/// all of it is one kernel call of `pool * k`.
public record FactorSimilarity(QuantizedRows factors) implements Similarity {
  @Override
  public Pool over(int[] items) {
    QuantizedRows pool = factors.pick(items);
    float[] scales = new float[items.length];
    for (int i = 0; i < items.length; i++) {
      scales[i] = inverseNorm(items[i]);
    }
    return (item, into) -> {
      Arrays.fill(into, 0);
      QuantizedQuery query = new QuantizedQuery(factors.whole(item), inverseNorm(item));
      Kernels.best().accumulateScores(pool.values(), scales, query, into);
      for (int i = 0; i < into.length; i++) {
        into[i] = Math.clamp(into[i], 0, 1);
      }
    };
  }

  private float inverseNorm(int item) {
    long square = factors.square(item);
    return square == 0 ? 0 : (float) (1 / Math.sqrt(square));
  }
}
