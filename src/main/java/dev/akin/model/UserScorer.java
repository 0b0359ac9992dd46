package dev.akin.model;

/// A model that knows the users of its training by number, so that more than their history counts:
/// their attributes, and values that are no strengths.
public interface UserScorer extends ItemScorer {
  /// Scoring for a user of the training.
  ///
  /// @param user number of the row
  Profile profile(int user);

  /// The value a user would give, within the scale of the training.
  ///
  /// @param user number of the row, -1 for a stranger
  /// @param item number of the column, -1 for an item that is new
  double predict(int user, int item);
}
