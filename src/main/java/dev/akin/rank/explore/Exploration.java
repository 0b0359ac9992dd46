package dev.akin.rank.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Gives a share of the places to items that the models know too little about: new items first,
/// then the best of those that did not make the list.
///
/// Every place that may be explored gets a lot of its own: items that are in no other lot and not
/// on the list, at most [#NEWCOMERS] new ones and as many of the tail, dealt like cards. One number
/// is drawn per place; it shows item e of the lot with probability
///
/// - `rate * w_e / max(1, sum of w in the lot)` while clicks are not known (epsilon-greedy: Sutton
///   and Barto, "Reinforcement learning", section 2.2, with weights), where w is
///   [Newcomers#freshness], at least [#TAIL_WEIGHT], times `ENOUGH / (ENOUGH + impressions)` if
///   impressions are known: the chance decays with age and with every time that an item was seen;
/// - `rate * P_e` if clicks are known, P_e being the probability that e has the best click rate of
///   its lot ([Beliefs], Thompson sampling);
///
/// and else what the ranking says. Lots are disjoint and known before anything is drawn, so these
/// probabilities are exact, no item appears twice, and places are independent of each other: the
/// probability of a whole list is the product of its places'. That is what inverse propensity
/// estimates need. At rate 0 nothing is explored.
///
/// @param rate 0..1: the largest share of places that is explored, on average
/// @param newcomers which items are new, or null if nobody can say
/// @param exposure how often items were shown, or null if that is not known
public record Exploration(double rate, @Nullable Newcomers newcomers, @Nullable Exposure exposure) {
  public static final Exploration OFF = new Exploration(0, null, null);

  /// At most so many new items in a lot.
  public static final int NEWCOMERS = 4;

  /// At most so many items of the tail in a lot.
  public static final int TAIL = 4;

  /// What an item weighs that is not new, or no longer.
  public static final double TAIL_WEIGHT = 0.25;

  public Exploration {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException("exploration must be in 0..1, was " + rate);
    }
  }

  /// The new items to deal, best first.
  ///
  /// @param places how many places may be explored
  public int[] arrivals(int places, IntPredicate open) {
    return newcomers == null ? new int[0] : newcomers.best(NEWCOMERS * places, open);
  }

  /// Deals: place p gets every `places`-th of both, beginning with the p-th.
  ///
  /// @param places how many places may be explored; there are as many lots, some may be empty
  /// @param arrivals best first
  /// @param tail best first, none of them among the arrivals
  public List<Lot> lots(int places, int[] arrivals, int[] tail) {
    List<Lot> lots = new ArrayList<>();
    for (int place = 0; place < places; place++) {
      int[] fresh = dealt(arrivals, place, places, NEWCOMERS);
      int[] known = dealt(tail, place, places, TAIL);
      int[] items = Arrays.copyOf(fresh, fresh.length + known.length);
      System.arraycopy(known, 0, items, fresh.length, known.length);
      lots.add(lot(items));
    }
    return lots;
  }

  private Lot lot(int[] items) {
    double[] weights;
    if (exposure != null && exposure.hasClicks()) {
      weights = exposure.beliefs(items).bestProbabilities();
    } else {
      weights = Arrays.stream(items).mapToDouble(this::weight).toArray();
    }
    double scale = rate / Math.max(1, Arrays.stream(weights).sum());
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= scale;
    }
    return new Lot(items, weights);
  }

  private double weight(int item) {
    double freshness = newcomers == null ? 0 : newcomers.freshness(item);
    double unknown = exposure == null ? 1 : exposure.unknown(item);
    return unknown * Math.max(freshness, TAIL_WEIGHT);
  }

  private static int[] dealt(int[] items, int first, int step, int most) {
    int count = 0;
    int[] dealt = new int[most];
    for (int i = first; i < items.length && count < most; i += step) {
      dealt[count++] = items[i];
    }
    return Arrays.copyOf(dealt, count);
  }
}
