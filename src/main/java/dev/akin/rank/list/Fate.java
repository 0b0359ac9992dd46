package dev.akin.rank.list;

/// What became of an item when a list was made.
public sealed interface Fate {
  /// On the page.
  ///
  /// @param place 1 for the first of the page
  record Shown(int place) implements Fate {}

  /// On an earlier page or in an earlier list.
  record ShownBefore() implements Fate {}

  /// Pinned to a place of another page.
  record PinnedElsewhere(int place) implements Fate {}

  /// Removed by the rule of this name, the first that it does not meet.
  record Removed(String rule) implements Fate {}

  /// No tier holds it: no model scores it and it is neither popular nor new.
  record Unscored() implements Fate {}

  /// Below the least relevance that was asked for.
  ///
  /// @param relevance in the first tier that has any items; 0 for an item of a later one
  record BelowRelevance(double relevance, double minimum) implements Fate {}

  /// Its place was given to exploration.
  ///
  /// @param place 1 for the first of the page
  record Displaced(int place) implements Fate {}

  /// The page has as many items with one of its values as the cap of this name allows.
  ///
  /// @param rank as in [Outranked]
  record Capped(String cap, int rank) implements Fate {}

  /// Others were better, or more different.
  ///
  /// @param rank by score after boosts and rotation among all candidates, 1 for the best
  /// @param factor what boosts and rotation did to its score
  record Outranked(int rank, double factor) implements Fate {}
}
