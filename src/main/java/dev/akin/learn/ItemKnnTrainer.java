package dev.akin.learn;

import dev.akin.math.CsrMatrix;
import dev.akin.math.Parallel;
import dev.akin.math.TopK;
import dev.akin.model.NeighbourLists;
import dev.akin.model.NeighbourModel;
import java.util.Arrays;

/// Item-based collaborative filtering: items are alike if the same users have both.
///
/// `w(i -> j) = sum over u of w_ui w_uj / (|w_i| |w_j| + shrinkage)`, of which every item keeps the
/// largest positive ones (Sarwar, Karypis, Konstan and Riedl, WWW 2001; shrinkage after Bell and
/// Koren, ICDM 2007).
///
/// | symbol | meaning | shape / range |
/// |--------|---------|---------------|
/// | w_ui | weight of an interaction, see [Weighting] | >= 0 |
/// | w_i | the column of item i | users |
///
/// Costs `sum over users of n_u^2` additions, n_u being the length of a history: one history of
/// 2,000 items costs as much as 40,000 of 10. Hence `maxHistory`: of longer histories the strongest
/// interactions are compared, equal strengths by smaller item. Memory: one number per item and
/// thread, and `items * neighbours` for the result.
///
/// An item without interactions has no neighbours. Equal weights are ordered by smaller item; the
/// result does not depend on the number of threads. Safe for concurrent use.
public final class ItemKnnTrainer implements Trainer {
  private static final int ITEMS_AT_ONCE = 64;

  private final ItemKnnParameters parameters;

  public ItemKnnTrainer(ItemKnnParameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public String name() {
    return "item-knn";
  }

  @Override
  public NeighbourModel fit(Interactions interactions) {
    CsrMatrix strongest = strongest(interactions.notNegative());
    CsrMatrix byUser = parameters.weighting().apply(strongest);
    CsrMatrix byItem = byUser.transpose();
    int[][] items = new int[byItem.rows()][];
    float[][] weights = new float[byItem.rows()][];
    double[] norms = norms(byItem);
    new Parallel(parameters.threads())
        .run(
            byItem.rows(),
            ITEMS_AT_ONCE,
            () -> {
              Row row = new Row(byUser, byItem, norms, parameters);
              return (from, to) -> {
                for (int item = from; item < to; item++) {
                  items[item] = row.neighbours(item);
                  weights[item] = row.weights(items[item]);
                }
              };
            });
    return new NeighbourModel(NeighbourLists.of(items, weights));
  }

  @Override
  public MemoryNeed memory(TrainingMemory size) {
    return new MemoryNeed(size.itemKnn(parameters), size.neighbours(parameters.neighbours()));
  }

  private CsrMatrix strongest(CsrMatrix byUser) {
    int[] starts = new int[byUser.rows() + 1];
    int[] indices = new int[byUser.size()];
    float[] values = new float[byUser.size()];
    int count = 0;
    for (int user = 0; user < byUser.rows(); user++) {
      int from = byUser.starts()[user];
      float[] row = Arrays.copyOfRange(byUser.values(), from, byUser.starts()[user + 1]);
      int[] kept = TopK.of(row, parameters.maxHistory(), _ -> true);
      Arrays.sort(kept);
      for (int p : kept) {
        indices[count] = byUser.indices()[from + p];
        values[count++] = row[p];
      }
      starts[user + 1] = count;
    }
    return new CsrMatrix(
        byUser.rows(),
        byUser.columns(),
        starts,
        Arrays.copyOf(indices, count),
        Arrays.copyOf(values, count));
  }

  private static double[] norms(CsrMatrix byItem) {
    double[] norms = new double[byItem.rows()];
    for (int item = 0; item < norms.length; item++) {
      double sum = 0;
      for (int p = byItem.starts()[item]; p < byItem.starts()[item + 1]; p++) {
        sum += (double) byItem.values()[p] * byItem.values()[p];
      }
      norms[item] = Math.sqrt(sum);
    }
    return norms;
  }

  /// One row of the item-item matrix at a time, summed sparsely. Per thread.
  private static final class Row {
    private final CsrMatrix byUser;
    private final CsrMatrix byItem;
    private final double[] norms;
    private final ItemKnnParameters parameters;
    private final double[] sums;
    private final float[] similarities;
    private final int[] touched;
    private final int[] touchedBy;

    Row(CsrMatrix byUser, CsrMatrix byItem, double[] norms, ItemKnnParameters parameters) {
      this.byUser = byUser;
      this.byItem = byItem;
      this.norms = norms;
      this.parameters = parameters;
      sums = new double[byItem.rows()];
      similarities = new float[byItem.rows()];
      touched = new int[byItem.rows()];
      touchedBy = new int[byItem.rows()];
      Arrays.fill(touchedBy, -1);
    }

    /// The best neighbours of an item; [#weights] is valid for them until the next call.
    int[] neighbours(int item) {
      int count = sum(item);
      TopK top = new TopK(Math.min(parameters.neighbours(), count));
      for (int t = 0; t < count; t++) {
        int other = touched[t];
        double denominator = norms[item] * norms[other] + parameters.shrinkage();
        similarities[other] = (float) (sums[other] / denominator);
        sums[other] = 0;
        if (other != item && similarities[other] > 0) {
          top.offer(other, similarities[other]);
        }
      }
      return top.indices();
    }

    float[] weights(int[] items) {
      return TopK.pick(similarities, items);
    }

    private int sum(int item) {
      int count = 0;
      for (int p = byItem.starts()[item]; p < byItem.starts()[item + 1]; p++) {
        int user = byItem.indices()[p];
        double weight = byItem.values()[p];
        for (int q = byUser.starts()[user]; q < byUser.starts()[user + 1]; q++) {
          int other = byUser.indices()[q];
          if (touchedBy[other] != item) {
            touchedBy[other] = item;
            touched[count++] = other;
          }
          sums[other] += weight * byUser.values()[q];
        }
      }
      return count;
    }
  }
}
