package dev.akin.model;

import java.util.function.IntToDoubleFunction;

/// Orders items by the rating that somebody would give.
///
/// Scores are not cut to the scale, so that the best items keep their order. Of somebody who was
/// not trained on, only the mean level counts: `b_u = sum over the history of (r_ui - mean - b_i) /
/// (n + 5)` (Koren, Bell and Volinsky, 2009, equation 3, shrunk); training again gives the rest.
public record RatingScorer(RatingModel model) implements UserScorer {
  private static final int SHRINKAGE = 5;

  @Override
  public int items() {
    return model.items().biases().length;
  }

  /// @param history ratings in place of strengths
  @Override
  public Profile profile(History history) {
    double sum = 0;
    for (int p = 0; p < history.size(); p++) {
      sum += history.strengths()[p] - model.uncut(-1, history.items()[p]);
    }
    double bias = sum / (history.size() + SHRINKAGE);
    return profile(item -> bias + model.uncut(-1, item));
  }

  @Override
  public Profile profile(int user) {
    return profile((int item) -> model.uncut(user, item));
  }

  @Override
  public double predict(int user, int item) {
    return model.predict(user, item);
  }

  private Profile profile(IntToDoubleFunction scores) {
    return new Profile() {
      @Override
      public void scores(float[] into) {
        for (int item = 0; item < items(); item++) {
          into[item] = (float) scores.applyAsDouble(item);
        }
      }

      /// A mean of many draws, which splits into no shares.
      @Override
      public double[] contributions(int item) {
        return new double[0];
      }
    };
  }
}
