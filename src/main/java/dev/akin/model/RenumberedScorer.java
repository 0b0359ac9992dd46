package dev.akin.model;

import java.util.Arrays;

/// A model of an older catalogue that speaks in the numbers of a newer one. Items that it does not
/// know score below all that it does.
public final class RenumberedScorer implements ItemScorer {
  private final ItemScorer scorer;
  private final int[] older;
  private final int[] newer;

  /// @param scorer of the older catalogue
  /// @param older the older number of every item of the newer catalogue, or a negative number
  public RenumberedScorer(ItemScorer scorer, int[] older) {
    this.scorer = scorer;
    this.older = older.clone();
    this.newer = new int[scorer.items()];
    Arrays.fill(newer, -1);
    for (int item = 0; item < older.length; item++) {
      if (older[item] >= 0) {
        newer[older[item]] = item;
      }
    }
  }

  @Override
  public int items() {
    return older.length;
  }

  @Override
  public Profile profile(History history) {
    Profile profile = scorer.profile(known(history));
    float[] scores = new float[scorer.items()];
    return new Profile() {
      @Override
      public void scores(float[] into) {
        profile.scores(scores);
        Arrays.fill(into, -Float.MAX_VALUE);
        for (int item = 0; item < scores.length; item++) {
          if (newer[item] >= 0) {
            into[newer[item]] = scores[item];
          }
        }
      }

      @Override
      public double[] contributions(int item) {
        return new double[0];
      }
    };
  }

  /// Both numberings follow the order of the ids, so the known items stay ascending.
  private History known(History history) {
    int[] items = new int[history.size()];
    float[] strengths = new float[history.size()];
    int size = 0;
    for (int i = 0; i < history.size(); i++) {
      if (older[history.items()[i]] >= 0) {
        items[size] = older[history.items()[i]];
        strengths[size++] = history.strengths()[i];
      }
    }
    return new History(Arrays.copyOf(items, size), Arrays.copyOf(strengths, size));
  }
}
