package dev.akin.learn;

import dev.akin.math.CsrMatrix;
import dev.akin.math.Parallel;
import dev.akin.math.TopK;
import dev.akin.model.NeighbourLists;
import java.util.Arrays;

/// "Bought together": for every item the items that share its baskets more often than chance would
/// have it, most surprising first.
///
/// Pairs in `minSupport` baskets or more with `n_ij * N > n_i * n_j` are weighed by
/// [LogLikelihoodRatio], n counting baskets. Where item-based filtering compares what users have
/// over all time, this compares single baskets, and finds what completes an article rather than
/// what replaces it.
///
/// Costs `sum over baskets of size^2` additions. Memory: three numbers per item and thread. Equal
/// weights are ordered by smaller item; the result does not depend on the number of threads or the
/// order of baskets. Safe for concurrent use.
public final class TogetherTrainer {
  private static final int ITEMS_AT_ONCE = 64;

  private final TogetherParameters parameters;

  public TogetherTrainer(TogetherParameters parameters) {
    this.parameters = parameters;
  }

  /// The lists of all items; the weight is G2.
  public NeighbourLists fit(Baskets baskets) {
    CsrMatrix byBasket = withoutStockOrders(baskets.purchases());
    CsrMatrix byItem = byBasket.transpose();
    int[][] items = new int[byItem.rows()][];
    float[][] weights = new float[byItem.rows()][];
    new Parallel(parameters.threads())
        .run(
            byItem.rows(),
            ITEMS_AT_ONCE,
            () -> {
              Row row = new Row(byBasket, byItem, parameters);
              return (from, to) -> {
                for (int item = from; item < to; item++) {
                  items[item] = row.neighbours(item);
                  weights[item] = row.weights(items[item]);
                }
              };
            });
    return NeighbourLists.of(items, weights);
  }

  /// Baskets, those that count by basket and by item, and the lists; there are no more baskets than
  /// takings.
  MemoryNeed memory(TrainingMemory size, long takings) {
    long items = size.items();
    long matrices = 3 * (TrainingMemory.CELL + Integer.BYTES) * takings + 2 * Integer.BYTES * items;
    long scratch =
        parameters.threads()
            * ((TrainingMemory.CELL + Integer.BYTES) * items + TrainingMemory.ROW_SCRATCH);
    long kept = size.neighbours(parameters.neighbours());
    long lists = size.neighboursInTheMaking(parameters.neighbours());
    return new MemoryNeed(matrices + scratch + lists, kept);
  }

  /// Rows that are too long become empty, and empty baskets are not counted.
  private CsrMatrix withoutStockOrders(CsrMatrix purchases) {
    int[] starts = new int[purchases.rows() + 1];
    int[] indices = new int[purchases.size()];
    for (int basket = 0; basket < purchases.rows(); basket++) {
      int from = purchases.starts()[basket];
      int length = purchases.starts()[basket + 1] - from;
      int kept = length <= parameters.maxBasket() ? length : 0;
      System.arraycopy(purchases.indices(), from, indices, starts[basket], kept);
      starts[basket + 1] = starts[basket] + kept;
    }
    int count = starts[purchases.rows()];
    return new CsrMatrix(
        purchases.rows(),
        purchases.columns(),
        starts,
        Arrays.copyOf(indices, count),
        new float[count]);
  }

  /// One item's ratios with all others. Per thread.
  private static final class Row {
    private final CsrMatrix byBasket;
    private final CsrMatrix byItem;
    private final TogetherParameters parameters;
    private final int[] counts;
    private final float[] ratios;
    private final int[] touched;
    private final long baskets;

    Row(CsrMatrix byBasket, CsrMatrix byItem, TogetherParameters parameters) {
      this.byBasket = byBasket;
      this.byItem = byItem;
      this.parameters = parameters;
      counts = new int[byItem.rows()];
      ratios = new float[byItem.rows()];
      touched = new int[byItem.rows()];
      long filled = 0;
      for (int basket = 0; basket < byBasket.rows(); basket++) {
        filled += byBasket.starts()[basket + 1] > byBasket.starts()[basket] ? 1 : 0;
      }
      baskets = filled;
    }

    /// The most surprising neighbours of an item; [#weights] is valid for them until the next call.
    /// Looks at the items that share a basket with it and at no others.
    int[] neighbours(int item) {
      int shared = count(item);
      TopK top = new TopK(Math.min(parameters.neighbours(), shared));
      for (int t = 0; t < shared; t++) {
        int other = touched[t];
        ratios[other] = ratio(counts[other], size(item), size(other));
        counts[other] = 0;
        if (other != item && ratios[other] > 0) {
          top.offer(other, ratios[other]);
        }
      }
      return top.indices();
    }

    float[] weights(int[] items) {
      return TopK.pick(ratios, items);
    }

    /// Counts the baskets that an item shares with each; returns how many share any, itself
    /// counted.
    private int count(int item) {
      int shared = 0;
      for (int p = byItem.starts()[item]; p < byItem.starts()[item + 1]; p++) {
        int basket = byItem.indices()[p];
        for (int q = byBasket.starts()[basket]; q < byBasket.starts()[basket + 1]; q++) {
          int other = byBasket.indices()[q];
          if (counts[other]++ == 0) {
            touched[shared++] = other;
          }
        }
      }
      return shared;
    }

    private float ratio(long both, long first, long second) {
      boolean trusted = both >= parameters.minSupport() && both * baskets > first * second;
      return trusted ? (float) LogLikelihoodRatio.of(both, first, second, baskets) : 0;
    }

    private long size(int item) {
      return byItem.starts()[item + 1] - byItem.starts()[item];
    }
  }
}
