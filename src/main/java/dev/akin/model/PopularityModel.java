package dev.akin.model;

import dev.akin.math.Kernels;

/// Scores everything by popularity, whatever the history.
public record PopularityModel(Popularity popularity) implements ItemScorer {
  @Override
  public int items() {
    return popularity.items();
  }

  @Override
  public Profile profile(History history) {
    return new AdditiveProfile() {
      @Override
      public void addScores(float factor, float[] into) {
        Kernels.best().axpy(factor, popularity.scores(), 0, into, 0, items());
      }

      @Override
      public float score(int item) {
        return popularity.scores()[item];
      }

      /// The past has no part in it.
      @Override
      public double[] contributions(int item) {
        return new double[history.size()];
      }

      @Override
      public double constant(int item) {
        return popularity.scores()[item];
      }
    };
  }
}
