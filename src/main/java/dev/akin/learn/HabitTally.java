package dev.akin.learn;

import dev.akin.model.Habit;

/// What is counted of the purchases of some things, numbered from 0 on: items, categories, or the
/// one shop.
///
/// Not safe for concurrent use.
final class HabitTally {
  /// How many repeat purchases what is expected counts for: with so many of its own a thing is
  /// judged half by them.
  static final double CAUTION = 10;

  /// The spread that is expected of a shop: nothing regular.
  private static final double UNKNOWN_SPREAD = 0.5;

  private final long[] repeats;
  private final double[] waiting;
  private final double[] gaps;
  private final double[] squares;

  HabitTally(int size) {
    repeats = new long[size];
    waiting = new double[size];
    gaps = new double[size];
    squares = new double[size];
  }

  /// One customer's purchases of one thing.
  ///
  /// @param days on which it was bought, ascending and distinct, from `from` to `to`
  /// @param end the day up to which the customer was watched
  void add(int key, long[] days, int from, int to, long end) {
    repeats[key] += to - from - 1;
    waiting[key] += end - days[from];
    for (int n = from + 1; n < to; n++) {
      double gap = days[n] - days[n - 1];
      gaps[key] += gap;
      squares[key] += gap * gap;
    }
  }

  /// Adds what another tally has of one thing.
  void add(int key, HabitTally other, int otherKey) {
    repeats[key] += other.repeats[otherKey];
    waiting[key] += other.waiting[otherKey];
    gaps[key] += other.gaps[otherKey];
    squares[key] += other.squares[otherKey];
  }

  long repeats(int key) {
    return repeats[key];
  }

  /// Of what there is, in repeat purchases: those that came, and those that would have come by what
  /// is expected.
  double evidence(int key, Habit expected) {
    return repeats[key] + waiting[key] * expected.rate();
  }

  /// What is counted, drawn towards what is expected.
  Habit habit(int key, Habit expected) {
    double count = repeats[key] + CAUTION;
    double interval = (gaps[key] + CAUTION * expected.interval()) / count;
    return new Habit(
        (float) (count / (waiting[key] + CAUTION / expected.rate())),
        (float) interval,
        (float) ((deviation(key, interval) + CAUTION * expected.spread()) / count));
  }

  /// What is counted alone; there must be a repeat purchase.
  Habit habit(int key) {
    double interval = gaps[key] / repeats[key];
    return new Habit(
        (float) (repeats[key] / waiting[key]),
        (float) interval,
        (float) ((deviation(key, interval) + CAUTION * UNKNOWN_SPREAD) / (repeats[key] + CAUTION)));
  }

  /// The sum of `(gap / interval - 1)^2`.
  private double deviation(int key, double interval) {
    double sum = squares[key] / (interval * interval) - 2 * gaps[key] / interval + repeats[key];
    return Math.max(0, sum);
  }
}
