package dev.akin.rank.list;

import dev.akin.rank.Source;
import java.util.function.IntFunction;

/// Scores that can be compared with each other. An item belongs to the first tier that holds it.
///
/// @param sources which part of the release an item's score comes from
/// @param scores one per item; NaN and infinity for items that the tier does not hold; not copied
/// @param above the tier holds items that score above this
public record Tier(IntFunction<Source> sources, float[] scores, float above) {
  /// Items that score above zero: for models whose zero means "nothing is known".
  public static Tier positive(Source source, float[] scores) {
    return new Tier(_ -> source, scores, 0);
  }

  /// Every item, also with a negative score: for models whose scores have no natural zero.
  public static Tier every(Source source, float[] scores) {
    return new Tier(_ -> source, scores, Float.NEGATIVE_INFINITY);
  }

  boolean holds(int item) {
    return scores[item] > above && scores[item] < Float.POSITIVE_INFINITY;
  }
}
