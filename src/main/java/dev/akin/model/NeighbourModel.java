package dev.akin.model;

import dev.akin.math.PackedMatrix;
import dev.akin.math.PickedRows;
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
    PickedRows lists = new PickedRows(weights, history.items());
    return new NeighbourProfile(lists, lists.combination(history.strengths()), history);
  }

  /// @param scores of the items that `lists` hold, in its order; all others score zero
  private record NeighbourProfile(PickedRows lists, float[] scores, History history)
      implements AdditiveProfile {
    @Override
    public void addScores(float factor, float[] into) {
      int[] items = lists.columns();
      for (int n = 0; n < items.length; n++) {
        into[items[n]] += factor * scores[n];
      }
    }

    @Override
    public float score(int item) {
      int number = lists.number(item);
      return number < 0 ? 0 : scores[number];
    }

    @Override
    public double[] contributions(int item) {
      float[] weights = new float[history.size()];
      int number = lists.number(item);
      if (number >= 0) {
        lists.addColumn(number, 1, weights);
      }
      double[] shares = new double[weights.length];
      for (int h = 0; h < shares.length; h++) {
        shares[h] = (double) history.strengths()[h] * weights[h];
      }
      return shares;
    }
  }
}
