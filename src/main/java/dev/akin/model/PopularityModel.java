package dev.akin.model;

/// Scores everything by popularity, whatever the history.
public record PopularityModel(Popularity popularity) implements ItemScorer {
  @Override
  public int items() {
    return popularity.items();
  }

  @Override
  public Profile profile(History history) {
    return new Profile() {
      @Override
      public void scores(float[] into) {
        System.arraycopy(popularity.scores(), 0, into, 0, items());
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
