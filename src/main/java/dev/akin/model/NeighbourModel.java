package dev.akin.model;

import dev.akin.math.PackedMatrix;
import java.util.stream.IntStream;

/// Item-based collaborative filtering: an item scores the sum, over the items of the history, of
/// strength times the weight of the item among their neighbours.
///
/// `score(j) = sum over i in history of strength_i * w(i -> j)`: linear, so the terms are the
/// contributions. Costs one pass over the neighbours of the history. Weights are held as
/// [PackedMatrix] rounds them.
public final class NeighbourModel implements ItemScorer {
  private final PackedMatrix weights;

  public NeighbourModel(NeighbourLists lists) {
    this(PackedMatrix.of(lists.size(), lists.starts(), lists.items(), lists.weights()));
  }

  /// @param weights items x items, heaviest first in a row, none of an item itself; not copied
  public NeighbourModel(PackedMatrix weights) {
    if (weights.rows() != weights.columns()) {
      throw new IllegalArgumentException(
          weights.rows() + " lists of " + weights.columns() + " items");
    }
    for (int item = 0; item < weights.rows(); item++) {
      for (int p = weights.starts()[item]; p < weights.starts()[item + 1]; p++) {
        if (weights.column(p) == item) {
          throw new IllegalArgumentException("item " + item + " is its own neighbour");
        }
      }
    }
    this.weights = weights;
  }

  @Override
  public int items() {
    return weights.rows();
  }

  /// Items x items: row i holds what item i adds to the scores, heaviest first.
  public PackedMatrix weights() {
    return weights;
  }

  /// The first neighbours of every item, as they are held; none whose weight was rounded to zero.
  ///
  /// @param most of an item
  public NeighbourLists neighbours(int most) {
    int[][] items = new int[items()][];
    float[][] values = new float[items()][];
    for (int item = 0; item < items.length; item++) {
      int row = item;
      int[] kept =
          IntStream.range(weights.starts()[item], weights.starts()[item + 1])
              .filter(p -> weights.value(row, p) != 0)
              .limit(most)
              .toArray();
      items[item] = new int[kept.length];
      values[item] = new float[kept.length];
      for (int n = 0; n < kept.length; n++) {
        items[item][n] = weights.column(kept[n]);
        values[item][n] = weights.value(item, kept[n]);
      }
    }
    return NeighbourLists.of(items, values);
  }

  @Override
  public Profile profile(History history) {
    return new NeighbourProfile(weights, history);
  }

  private record NeighbourProfile(PackedMatrix weights, History history)
      implements AdditiveProfile {
    @Override
    public void addScores(float factor, float[] into) {
      int[] cells = weights.cells();
      int bits = weights.bits();
      int unused = Integer.SIZE - bits;
      for (int h = 0; h < history.size(); h++) {
        int item = history.items()[h];
        float unit = factor * history.strengths()[h] * weights.scales()[item];
        int to = weights.starts()[item + 1];
        for (int p = weights.starts()[item]; p < to; p++) {
          into[cells[p] >>> bits] += unit * (cells[p] << unused >> unused);
        }
      }
    }

    @Override
    public double[] contributions(int item) {
      int[] cells = weights.cells();
      int bits = weights.bits();
      double[] shares = new double[history.size()];
      for (int h = 0; h < shares.length; h++) {
        int past = history.items()[h];
        int to = weights.starts()[past + 1];
        for (int p = weights.starts()[past]; p < to; p++) {
          if (cells[p] >>> bits == item) {
            shares[h] = (double) history.strengths()[h] * weights.value(past, p);
          }
        }
      }
      return shares;
    }
  }
}
