package dev.akin.rank.list;

import java.util.function.IntPredicate;

/// A share of the places for some items, the best of them first.
///
/// @param name for explanations
/// @param items which items, by number
/// @param share 0..1 of the places of every page, rounded to whole places, halves up
public record Promotion(String name, IntPredicate items, double share) {
  public Promotion {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share of " + name + " must be in 0..1, was " + share);
    }
  }

  int places(int limit) {
    return (int) Math.floor(share * limit + 0.5);
  }
}
