package dev.akin.rank.list;

import java.util.Arrays;
import java.util.Optional;

/// Names for usual minimums of relevance.
///
/// The relevance of an item is `(score - floor) / (best - floor)` with the model's own scores,
/// before boosts: the floor is what the tier requires, or the lowest allowed score in a tier
/// without such a bound; the best is the best allowed score. Above 0 the list holds items of the
/// first tier that has any and nothing else, so it may be short, but it is never empty for want of
/// relevance: the best item has relevance 1.
public enum MinimumRelevance {
  /// Fills the list at any cost, with popular items in the end.
  LOW("low", 0),
  /// A fifth as good as the best.
  MEDIUM("medium", 0.2),
  /// Half as good as the best.
  HIGH("high", 0.5);

  private final String word;
  private final double share;

  MinimumRelevance(String word, double share) {
    this.word = word;
    this.share = share;
  }

  /// The word on the wire.
  public String word() {
    return word;
  }

  /// In 0..1, for [Relevance].
  public double share() {
    return share;
  }

  public static Optional<MinimumRelevance> of(String word) {
    return Arrays.stream(values()).filter(minimum -> minimum.word.equals(word)).findFirst();
  }
}
