package dev.akin.rank.list;

/// One place of a list.
///
/// @param item its number in the release
/// @param score after boosts and rotation, comparable within a tier; 0 if no tier holds the item
/// @param probability with which the item was shown at this place, given the pages before: 1 where
///   chance had no say
public record Place(int item, float score, Placement placement, double probability) {
  Place withProbability(double other) {
    return new Place(item, score, placement, other);
  }
}
