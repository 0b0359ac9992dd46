package dev.akin.model;

import java.util.Arrays;

/// Item-based collaborative filtering: an item scores the sum, over the items of the history, of
/// strength times the weight of the item among their neighbours.
///
/// `score(j) = sum over i in history of strength_i * w(i -> j)`: linear, so the terms are the
/// contributions. Costs one pass over the neighbours of the history.
public record NeighbourModel(NeighbourLists neighbours) implements ItemScorer {
  @Override
  public int items() {
    return neighbours.size();
  }

  @Override
  public Profile profile(History history) {
    return new NeighbourProfile(neighbours, history);
  }

  private record NeighbourProfile(NeighbourLists neighbours, History history) implements Profile {
    @Override
    public void scores(float[] into) {
      Arrays.fill(into, 0);
      for (int h = 0; h < history.size(); h++) {
        int item = history.items()[h];
        float strength = history.strengths()[h];
        for (int p = neighbours.starts()[item]; p < neighbours.starts()[item + 1]; p++) {
          into[neighbours.items()[p]] += strength * neighbours.weights()[p];
        }
      }
    }

    @Override
    public double[] contributions(int item) {
      double[] shares = new double[history.size()];
      for (int h = 0; h < shares.length; h++) {
        int past = history.items()[h];
        for (int p = neighbours.starts()[past]; p < neighbours.starts()[past + 1]; p++) {
          if (neighbours.items()[p] == item) {
            shares[h] = (double) history.strengths()[h] * neighbours.weights()[p];
          }
        }
      }
      return shares;
    }
  }
}
