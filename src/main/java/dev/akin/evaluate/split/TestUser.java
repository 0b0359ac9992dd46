package dev.akin.evaluate.split;

import dev.akin.model.History;

/// One user to be tested.
///
/// @param history what the model may know of the user; its items are never recommended
/// @param relevant the hidden items that the catalogue has, ascending, none of them in the history
/// @param unknown how many hidden items no training saw: they count as relevant and cannot be found
/// @param ratings the hidden values, for models that predict them
public record TestUser(String id, History history, int[] relevant, int unknown, Ratings ratings) {
  /// For models that predict values.
  ///
  /// @param history like the other history, but all items that were rated above zero, with their
  ///   values
  /// @param items hidden items, liked or not; [#NEW_ITEM] for those that no training saw: leaving
  ///   them out would flatter
  /// @param values what was hidden of them
  public record Ratings(History history, int[] items, float[] values) {
    public static final int NEW_ITEM = -1;
  }

  /// How many items there were to be found.
  public int truths() {
    return relevant.length + unknown;
  }
}
