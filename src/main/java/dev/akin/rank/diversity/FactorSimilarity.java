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
    int k = factors.columns();
    byte[] rows = new byte[items.length * k];
    float[] scales = new float[items.length];
    for (int i = 0; i < items.length; i++) {
      System.arraycopy(factors.values(), items[i] * k, rows, i * k, k);
      scales[i] = inverseNorm(items[i]);
    }
    return (item, into) -> {
      Arrays.fill(into, 0);
      Kernels.best().addRowScores(rows, scales, query(item), into);
      for (int i = 0; i < into.length; i++) {
        into[i] = Math.clamp(into[i], 0, 1);
      }
    };
  }

  private QuantizedQuery query(int item) {
    int k = factors.columns();
    int[] values = new int[k];
    for (int c = 0; c < k; c++) {
      values[c] = factors.values()[item * k + c];
    }
    return new QuantizedQuery(values, inverseNorm(item));
  }

  private float inverseNorm(int item) {
    int k = factors.columns();
    long sum = 0;
    for (int p = item * k; p < (item + 1) * k; p++) {
      sum += factors.values()[p] * factors.values()[p];
    }
    return sum == 0 ? 0 : (float) (1 / Math.sqrt(sum));
  }
}
