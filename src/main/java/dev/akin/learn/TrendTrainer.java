package dev.akin.learn;

import dev.akin.model.Popularity;
import dev.akin.model.Trends;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/// Counts what [Trending] compares: for each window of [Trends#WINDOWS] how many customers liked an
/// item within it, and how many in the window of the same length before. A customer counts once per
/// item and window, so nobody makes an item trend alone.
///
/// Costs one pass over the events per window. Without events every score is zero. Nothing is
/// random.
public final class TrendTrainer {
  private final double smoothing;

  /// @param smoothing as in [Trending], e.g. [Trending#DEFAULT_SMOOTHING]
  public TrendTrainer(double smoothing) {
    this.smoothing = smoothing;
  }

  /// @param end what happened from here on is not counted
  public Trends fit(EventRows rows, Instant end) {
    SortedMap<Integer, Popularity> byDays = new TreeMap<>();
    for (int days : Trends.WINDOWS) {
      Instant start = end.minus(Duration.ofDays(days));
      float[] recent = customers(rows, start, end);
      float[] previous = customers(rows, start.minus(Duration.ofDays(days)), start);
      byDays.put(days, Trending.scores(recent, previous, smoothing));
    }
    return new Trends(byDays);
  }

  /// How many subjects did something in favour of each item from `start` on and before `end`.
  private static float[] customers(EventRows rows, Instant start, Instant end) {
    float[] counts = new float[rows.itemCount()];
    int[] lastSubject = new int[rows.itemCount()];
    Arrays.fill(lastSubject, -1);
    for (int subject = 0; subject < rows.subjects(); subject++) {
      for (int e = rows.starts()[subject]; e < rows.starts()[subject + 1]; e++) {
        int item = rows.items()[e];
        boolean inTime =
            rows.times()[e] >= start.toEpochMilli() && rows.times()[e] < end.toEpochMilli();
        if (inTime && rows.weights()[e] > 0 && lastSubject[item] != subject) {
          lastSubject[item] = subject;
          counts[item]++;
        }
      }
    }
    return counts;
  }
}
