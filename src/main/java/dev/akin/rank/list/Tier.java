package dev.akin.rank.list;

import dev.akin.rank.Source;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Scores that can be compared with each other. An item belongs to the first tier that holds it.
///
/// A tier whose scores take a while can leave computing them until somebody asks: most lists are
/// full before the second tier is looked at. Not safe for concurrent use.
public final class Tier {
  private final IntFunction<Source> sources;
  private final Supplier<float[]> computed;
  private final float above;
  private float @Nullable [] scores;

  /// @param sources which part of the release an item's score comes from
  /// @param scores one per item; NaN and infinity for items that the tier does not hold; not copied
  /// @param above the tier holds items that score above this
  public Tier(IntFunction<Source> sources, float[] scores, float above) {
    this(sources, () -> scores, above);
    this.scores = scores;
  }

  private Tier(IntFunction<Source> sources, Supplier<float[]> computed, float above) {
    this.sources = sources;
    this.computed = computed;
    this.above = above;
  }

  /// Items that score above zero: for models whose zero means "nothing is known".
  public static Tier positive(Source source, float[] scores) {
    return new Tier(_ -> source, scores, 0);
  }

  /// The same, computed when it is first needed, if ever.
  public static Tier positive(Source source, Supplier<float[]> scores) {
    return new Tier(_ -> source, scores, 0);
  }

  /// Every item, also with a negative score: for models whose scores have no natural zero.
  public static Tier every(Source source, float[] scores) {
    return new Tier(_ -> source, scores, Float.NEGATIVE_INFINITY);
  }

  /// Which part of the release an item's score comes from.
  public Source source(int item) {
    return sources.apply(item);
  }

  /// One per item.
  public float[] scores() {
    float[] known = scores;
    if (known == null) {
      known = computed.get();
      scores = known;
    }
    return known;
  }

  /// Refuses scores of another catalogue, as far as they are computed.
  void require(int items) {
    if (scores != null && scores.length != items) {
      throw new IllegalArgumentException(scores.length + " scores for " + items);
    }
  }

  /// The tier holds items that score above this.
  public float above() {
    return above;
  }

  boolean holds(int item) {
    float score = scores()[item];
    return score > above && score < Float.POSITIVE_INFINITY;
  }
}
