package dev.akin.model;

import dev.akin.math.Kernels;
import dev.akin.math.Parallel;
import dev.akin.math.SymmetricMatrix;
import dev.akin.math.TopK;

/// A weight for every ordered pair of items: `score(j) = sum over i in history of strength_i *
/// B_ij`. Linear, so the terms are the contributions. Takes `items^2` floats: it is made for
/// evaluation, and [#toNeighbours] for serving.
///
/// @param weights B, row i holding what item i adds to the scores; not copied, not to be changed;
///   finite with a diagonal of zeros
public record ItemWeightModel(SymmetricMatrix weights) implements ItemScorer {
  private static final int ITEMS_AT_ONCE = 32;

  @Override
  public int items() {
    return weights.size();
  }

  /// The weight that item `from` adds to the score of item `to`.
  public float weight(int from, int to) {
    return weights.cells()[weights.row(from) + to];
  }

  @Override
  public Profile profile(History history) {
    return new AdditiveProfile() {
      @Override
      public void addScores(float factor, float[] into) {
        for (int h = 0; h < history.size(); h++) {
          int row = weights.row(history.items()[h]);
          Kernels.best()
              .axpy(factor * history.strengths()[h], weights.cells(), row, into, 0, items());
        }
      }

      @Override
      public double[] contributions(int item) {
        double[] shares = new double[history.size()];
        for (int h = 0; h < shares.length; h++) {
          shares[h] = (double) history.strengths()[h] * weight(history.items()[h], item);
        }
        return shares;
      }
    };
  }

  /// The weights of largest magnitude of every item, negative ones included: what an item speaks
  /// against carries information, and on MovieLens 1M positive weights alone lose four times as
  /// much of the quality.
  ///
  /// @param topK how many of each row to keep; equal magnitudes by smaller item
  public NeighbourModel toNeighbours(int topK, Parallel parallel) {
    int[][] kept = new int[items()][];
    float[][] values = new float[items()][];
    parallel.run(
        items(),
        ITEMS_AT_ONCE,
        () ->
            (from, to) -> {
              for (int item = from; item < to; item++) {
                kept[item] = largest(item, topK);
                values[item] = weights(item, kept[item]);
              }
            });
    return new NeighbourModel(NeighbourLists.of(kept, values));
  }

  private float[] weights(int item, int[] others) {
    float[] values = new float[others.length];
    for (int n = 0; n < others.length; n++) {
      values[n] = weight(item, others[n]);
    }
    return values;
  }

  /// The kept neighbours of one item, heaviest first.
  private int[] largest(int item, int topK) {
    TopK byMagnitude = new TopK(Math.min(topK, items()));
    for (int other = 0; other < items(); other++) {
      float magnitude = Math.abs(weight(item, other));
      if (magnitude > 0 && other != item) {
        byMagnitude.offer(other, magnitude);
      }
    }
    TopK byWeight = new TopK(byMagnitude.size());
    for (int other : byMagnitude.indices()) {
      byWeight.offer(other, weight(item, other));
    }
    return byWeight.indices();
  }
}
