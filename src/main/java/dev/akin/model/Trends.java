package dev.akin.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What sells better than it just did, for windows of several lengths: not personal.
///
/// @param byDays scores by the length of the window in days, all of the same items
public record Trends(SortedMap<Integer, Popularity> byDays) {
  /// A day, a week, a month.
  public static final List<Integer> WINDOWS = List.of(1, 7, 30);

  /// The window that is looked at if nobody says which.
  public static final int USUAL_DAYS = 7;

  public Trends {
    byDays = Collections.unmodifiableSortedMap(new TreeMap<>(byDays));
    for (Map.Entry<Integer, Popularity> window : byDays.entrySet()) {
      if (window.getKey() < 1) {
        throw new IllegalArgumentException("a window must have days, not " + window.getKey());
      }
    }
  }

  /// Nothing is known to trend.
  public static Trends none() {
    return new Trends(new TreeMap<>());
  }

  /// The usual window as a model that is the same for everybody.
  ///
  /// @param items how many there are
  public PopularityModel model(int items) {
    return new PopularityModel(new Popularity(scores(USUAL_DAYS, items)));
  }

  /// The scores of a window; zeros if it was not looked at.
  ///
  /// @param items how many there are
  public float[] scores(int days, int items) {
    Popularity scores = byDays.get(days);
    return scores == null ? new float[items] : scores.scores();
  }
}
