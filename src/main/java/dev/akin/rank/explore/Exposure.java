package dev.akin.rank.explore;

import org.jspecify.annotations.Nullable;

/// How often each item was shown, and how often that led to a click: by everybody, not one person.
///
/// Immutable; counting the shop's average takes one pass, so make one of these for many lists.
public final class Exposure {
  /// An item shown this often has half of its chance left.
  public static final int ENOUGH = 20;

  /// How many impressions the shop's average counts in the belief about one item.
  private static final int PRIOR_STRENGTH = 20;

  private final int[] impressions;
  private final int @Nullable [] clicks;
  private final double averageRate;

  /// @param impressions one per item; not copied
  /// @param clicks one per item, or null if they are not known; not copied
  public Exposure(int[] impressions, int @Nullable [] clicks) {
    if (clicks != null && clicks.length != impressions.length) {
      throw new IllegalArgumentException(
          clicks.length + " items clicked but " + impressions.length + " shown");
    }
    this.impressions = impressions;
    this.clicks = clicks;
    averageRate = averageRate(impressions, clicks);
  }

  /// Whether clicks are known.
  public boolean hasClicks() {
    return clicks != null;
  }

  /// `ENOUGH / (ENOUGH + impressions)`, in 0..1: falls as an item becomes known.
  double unknown(int item) {
    return (double) ENOUGH / (ENOUGH + Math.max(0, impressions[item]));
  }

  /// What is believed of the click rates of some items: Beta distributions whose prior is the
  /// shop's average rate with the weight of 20 impressions. More clicks than impressions count as a
  /// click each time.
  Beliefs beliefs(int[] items) {
    double[] hits = new double[items.length];
    double[] misses = new double[items.length];
    for (int i = 0; i < items.length; i++) {
      int shown = Math.max(0, impressions[items[i]]);
      int clicked = clicks == null ? 0 : Math.clamp(clicks[items[i]], 0, shown);
      hits[i] = PRIOR_STRENGTH * averageRate + clicked;
      misses[i] = PRIOR_STRENGTH * (1 - averageRate) + shown - clicked;
    }
    return new Beliefs(hits, misses);
  }

  /// The shop's click rate, never 0 or 1: `(clicks + 1) / (impressions + 20)`.
  private static double averageRate(int[] impressions, int @Nullable [] clicks) {
    long shown = 0;
    long clicked = 0;
    for (int item = 0; item < impressions.length; item++) {
      int times = Math.max(0, impressions[item]);
      shown += times;
      clicked += clicks == null ? 0 : Math.clamp(clicks[item], 0, times);
    }
    return (clicked + 1.0) / (shown + PRIOR_STRENGTH);
  }
}
