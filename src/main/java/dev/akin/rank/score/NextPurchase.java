package dev.akin.rank.score;

import dev.akin.model.Habit;

/// How likely a customer buys an item again within a week.
///
/// ```
/// P      = 1 - (1 + due(min(1, t / m)) * 7 / (T + a / rate))^-(k - 1 + a)
/// T      = first to last purchase + max(t, m)
/// m      = (first to last purchase + 2 * interval) / (k - 1 + 2)
/// due(x) = 0.1 + 0.9 * c * y^(c-1) / (c-1)! / sum over j < c of y^j / j!,   y = c * x
/// c      = 0.4 / spread, rounded, 1 .. 12
/// ```
///
/// with k purchases, the last t days ago, a = 1, and rate, interval and spread of the item's
/// [Habit]. Without `due` this is the Poisson-Gamma model: repeat purchases come by chance, at a
/// rate that is Gamma distributed over customers and is learned from k and T. As in the modified
/// model of Bhagat et al. (Buy it again, KDD 2018) nothing is due right after a purchase and no
/// waiting counts against the item before its usual interval m has passed. What makes it due is the
/// hazard of an Erlang distribution of the intervals, over that of chance (Chatfield and Goodhardt,
/// 1973), of a shape as regular as the item's intervals are; irregular ones leave 1. Intervals that
/// are seen within a year look more alike than they are, so only a spread below 0.4 counts as
/// regular.
///
/// In (0, 1). Up to m it rises with t, or stays where intervals are irregular; from then on it
/// falls, because whoever lets a usual interval pass may have bought elsewhere. Costs c steps.
public final class NextPurchase {
  static final double HORIZON_DAYS = 7;

  /// The shape of the Gamma distribution of rates over customers.
  private static final double PRIOR_REPEATS = 1;

  /// For how many gaps of the customer's own the item's interval counts.
  private static final double PRIOR_GAPS = 2;

  /// The share of purchases that keep to no rhythm.
  private static final double CHANCE = 0.1;

  private static final double REGULAR_SPREAD = 0.4;
  private static final int LARGEST_SHAPE = 12;

  private NextPurchase() {}

  /// One customer's purchases of one item.
  ///
  /// @param times on how many days, at least 1
  /// @param firstDaysAgo at least `lastDaysAgo`
  /// @param lastDaysAgo at least 0
  public record Purchases(int times, double firstDaysAgo, double lastDaysAgo) {
    public Purchases {
      if (times < 1 || !(lastDaysAgo >= 0) || !(firstDaysAgo >= lastDaysAgo)) {
        throw new IllegalArgumentException(
            times + " purchases from " + firstDaysAgo + " to " + lastDaysAgo + " days ago");
      }
    }

    private double span() {
      return firstDaysAgo - lastDaysAgo;
    }
  }

  /// Within [#HORIZON_DAYS].
  public static double probability(Purchases past, Habit habit) {
    double usual = usualDays(past, habit);
    double watched = past.span() + Math.max(past.lastDaysAgo(), usual);
    double expected =
        due(Math.min(1, past.lastDaysAgo() / usual), shape(habit))
            * HORIZON_DAYS
            / (watched + PRIOR_REPEATS / habit.rate());
    return -StrictMath.expm1(-(past.times() - 1 + PRIOR_REPEATS) * StrictMath.log1p(expected));
  }

  /// The usual days from one purchase to the next: the customer's own, and the item's while the
  /// customer has few.
  public static double usualDays(Purchases past, Habit habit) {
    return (past.span() + PRIOR_GAPS * habit.interval()) / (past.times() - 1 + PRIOR_GAPS);
  }

  private static int shape(Habit habit) {
    double shape = REGULAR_SPREAD / Math.max(habit.spread(), Float.MIN_NORMAL);
    return (int) Math.round(Math.clamp(shape, 1, LARGEST_SHAPE));
  }

  /// The hazard over that of chance.
  ///
  /// @param waited in usual intervals
  private static double due(double waited, int shape) {
    double stages = shape * waited;
    double term = 1;
    double sum = 1;
    for (int j = shape - 1; j > 0; j--) {
      term *= j / stages;
      sum += term;
    }
    return CHANCE + (1 - CHANCE) * shape / sum;
  }
}
