package dev.akin.model;

import java.util.Arrays;

/// A trained model as serving sees it: it turns any history into scores for all items, so new
/// users, anonymous sessions and known users are served alike. Immutable and safe for concurrent
/// use.
public interface ItemScorer {
  /// How many items are scored; histories and scores are numbered `0 .. items() - 1`.
  int items();

  /// Prepares scoring for one history: the fold-in of a factor model, nothing for neighbours. An
  /// empty history is allowed.
  Profile profile(History history);

  /// One history, ready to be scored. Not safe for concurrent use.
  interface Profile {
    /// Writes the score of every item; never NaN. `into` has `items()` elements. An empty history
    /// gives zeros for personal models.
    void scores(float[] into);

    /// The score of every item, in a new array.
    ///
    /// @param items how many there are
    default float[] scores(int items) {
      float[] scores = new float[items];
      scores(scores);
      return scores;
    }

    /// Adds the score of every item, times a factor, to what is there.
    default void addScores(float factor, float[] into) {
      float[] scores = scores(into.length);
      for (int item = 0; item < into.length; item++) {
        into[item] += factor * scores[item];
      }
    }

    /// The score of one item, up to rounding; NaN if the model cannot say without all others.
    default float score(int item) {
      double[] contributions = contributions(item);
      double sum = constant(item);
      for (double contribution : contributions) {
        sum += contribution;
      }
      return contributions.length == 0 ? Float.NaN : (float) sum;
    }

    /// How much each past event adds to the score of `item`, in the order of the history. For a
    /// linear model their sum and [#constant] are the score (up to rounding); a model that cannot
    /// say gives an empty array.
    double[] contributions(int item);

    /// What is in the score of `item` whatever the history.
    default double constant(int item) {
      return 0;
    }
  }

  /// A profile that adds its scores to what is there, without an array in between.
  interface AdditiveProfile extends Profile {
    @Override
    default void scores(float[] into) {
      Arrays.fill(into, 0);
      addScores(1, into);
    }

    @Override
    default float[] scores(int items) {
      float[] scores = new float[items];
      addScores(1, scores);
      return scores;
    }

    @Override
    void addScores(float factor, float[] into);
  }
}
