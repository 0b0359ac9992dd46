package dev.akin.rank.score;

import java.util.Arrays;

/// How new items are beside each other.
///
/// The score of an item is the share of all items that came no later than it: in (0, 1], 1 for the
/// newest, the same for the same date, and 0 without a date. Unlike a line from the oldest date to
/// the newest it tells moments apart that lie closer than a float does over years.
public final class Recency {
  /// Stands for an item without a date.
  public static final long NO_DATE = Long.MIN_VALUE;

  private Recency() {}

  /// `O(items x log items)`.
  ///
  /// @param dates when each item came, epoch milliseconds, or [#NO_DATE]; not changed
  /// @return one score per item
  public static float[] scores(long[] dates) {
    long[] ascending = dates.clone();
    Arrays.sort(ascending);
    float[] scores = new float[dates.length];
    for (int item = 0; item < scores.length; item++) {
      scores[item] =
          dates[item] == NO_DATE ? 0 : (float) notAfter(ascending, dates[item]) / dates.length;
    }
    return scores;
  }

  /// How many dates are not after `date`.
  private static int notAfter(long[] ascending, long date) {
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] <= date) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
