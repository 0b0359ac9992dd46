package dev.akin.rank.explore;

import dev.akin.math.Exponential;
import dev.akin.math.TopK;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// The items that are too new for the models, and which of them fit a person.
///
/// The freshness of an item of age a is `2^(-a / HALF_LIFE)` up to [#DAYS], then 0; an item without
/// a date is never new, one of the future has just arrived.
///
/// @param createdAt epoch milliseconds, `Long.MIN_VALUE` for unknown, one per item; not copied
/// @param now epoch milliseconds
/// @param fit how well each item's content fits the history, e.g. the scores of a content model; or
///   null if nobody can say. Items that do not fit (0 or less) come after all that do
public record Newcomers(long[] createdAt, long now, float @Nullable [] fit) {
  /// After this age an item has had its chance.
  public static final int DAYS = 30;

  /// After these days the chance has halved.
  public static final int HALF_LIFE_DAYS = 14;

  private static final double DAY_MILLIS = 86_400_000;
  private static final double LN2 = 0.6931471805599453;
  private static final float UNFIT = 1e-6f;

  /// In 0..1.
  public double freshness(int item) {
    if (createdAt[item] == Long.MIN_VALUE) {
      return 0;
    }
    double days = Math.max(0, ((double) now - createdAt[item]) / DAY_MILLIS);
    return days > DAYS ? 0 : Exponential.of((float) (-days * LN2 / HALF_LIFE_DAYS));
  }

  /// The new items that fit best, the fresher the better: by fit times freshness, equal ones by
  /// smaller number. One pass over the items.
  int[] best(int count, IntPredicate open) {
    TopK top = new TopK(count);
    double oldest = now - DAYS * DAY_MILLIS;
    for (int item = 0; item < createdAt.length; item++) {
      if (createdAt[item] >= oldest) {
        float key = (float) (freshness(item) * (fit == null ? 1 : Math.max(fit[item], UNFIT)));
        if (top.wants(item, key) && open.test(item)) {
          top.offer(item, key);
        }
      }
    }
    return top.indices();
  }
}
