package dev.akin.model;

import dev.akin.math.CsrMatrix;
import dev.akin.math.Kernels;
import dev.akin.math.NeuralTangentKernel;
import dev.akin.math.QuantizedQuery;

/// Scores by how alike a history is to every history that was learned from: `score(j) = sum over
/// users u of k(h, u) W_uj`, k being a [NeuralTangentKernel] of the cosine of two weighted
/// histories. W comes from `learn.KernelTrainer`, with the popularity of the items already in it.
///
/// W is kept in one byte per cell. All users are somewhat alike, which says little but would carry
/// most of the rounding; so the mean of `k(h, .)` is multiplied with the exact sum of an item's
/// weights, and only the deviations with the rounded weights.
///
/// Holds `items * users` bytes and every history twice. It carries what users did, though not who
/// they are, so no release holds one. A profile costs one pass over the users of the history's
/// items, and scoring `items * users` multiplications. What a past event adds to a score cannot be
/// said, for the score is not a sum over events.
public final class KernelModel implements ItemScorer {
  private final NeuralTangentKernel kernel;
  private final CsrMatrix histories;
  private final CsrMatrix byItem;
  private final float[] itemWeights;
  private final QuantizedRows weights;
  private final float[] sums;

  /// No array is copied.
  ///
  /// @param histories users x items: strengths times item weights, each row of length 1
  /// @param itemWeights what the strengths of each item were multiplied with
  /// @param weights W, items x users
  /// @param sums the sum of W per item, before it was rounded
  public KernelModel(
      NeuralTangentKernel kernel,
      CsrMatrix histories,
      float[] itemWeights,
      QuantizedRows weights,
      float[] sums) {
    require(weights.rows() == histories.columns(), "as many rows as items");
    require(weights.columns() == histories.rows(), "as many columns as users");
    require(itemWeights.length == histories.columns(), "one weight per item");
    require(sums.length == histories.columns(), "one sum per item");
    requireRows(histories);
    requireFinite(histories.values());
    requireFinite(itemWeights);
    requireFinite(sums);
    this.kernel = kernel;
    this.histories = histories;
    this.itemWeights = itemWeights;
    this.weights = weights;
    this.sums = sums;
    byItem = histories.transpose();
  }

  private static void requireRows(CsrMatrix matrix) {
    int[] starts = matrix.starts();
    require(starts[0] == 0 && matrix.size() == matrix.indices().length, "rows without gaps");
    for (int row = 0; row < matrix.rows(); row++) {
      require(starts[row] <= starts[row + 1], "ascending starts");
      for (int p = starts[row]; p < starts[row + 1]; p++) {
        int least = p == starts[row] ? 0 : matrix.indices()[p - 1] + 1;
        int item = matrix.indices()[p];
        require(item >= least && item < matrix.columns(), "ascending items");
      }
    }
  }

  private static void requireFinite(float[] values) {
    for (float value : values) {
      require(Float.isFinite(value), "finite numbers");
    }
  }

  private static void require(boolean condition, String what) {
    if (!condition) {
      throw new IllegalArgumentException("a kernel model needs " + what);
    }
  }

  @Override
  public int items() {
    return histories.columns();
  }

  NeuralTangentKernel kernel() {
    return kernel;
  }

  CsrMatrix histories() {
    return histories;
  }

  float[] itemWeights() {
    return itemWeights;
  }

  QuantizedRows weights() {
    return weights;
  }

  float[] sums() {
    return sums;
  }

  @Override
  public Profile profile(History history) {
    return new KernelProfile(history);
  }

  /// The deviations of the kernel from its mean, by user; none for an empty history.
  private final class KernelProfile implements Profile {
    private final QuantizedQuery deviations;
    private final float mean;

    private KernelProfile(History history) {
      float[] values = history.size() == 0 ? new float[histories.rows()] : kernelValues(history);
      double sum = 0;
      for (float value : values) {
        sum += value;
      }
      mean = (float) (sum / Math.max(1, values.length));
      for (int user = 0; user < values.length; user++) {
        values[user] -= mean;
      }
      deviations = QuantizedQuery.of(values);
    }

    private float[] kernelValues(History history) {
      float[] values = new float[histories.rows()];
      double square = 0;
      for (int h = 0; h < history.size(); h++) {
        int item = history.items()[h];
        float value = history.strengths()[h] * itemWeights[item];
        square += (double) value * value;
        for (int p = byItem.starts()[item]; p < byItem.starts()[item + 1]; p++) {
          values[byItem.indices()[p]] += value * byItem.values()[p];
        }
      }
      double length = square > 0 ? Math.sqrt(square) : 1;
      for (int user = 0; user < values.length; user++) {
        values[user] = (float) kernel.of(values[user] / length);
      }
      return values;
    }

    @Override
    public void scores(float[] into) {
      for (int item = 0; item < into.length; item++) {
        into[item] = mean * sums[item];
      }
      Kernels.best().accumulateScores(weights.values(), weights.scales(), deviations, into);
    }

    @Override
    public double[] contributions(int item) {
      return new double[0];
    }
  }
}
