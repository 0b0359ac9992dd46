package dev.akin.rank.list;

import dev.akin.math.TopK;
import dev.akin.rank.score.Boost;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// The order of the candidates: by tier, then by score after all factors, then by smaller number.
/// Every question is one pass over the items of a tier; rules are asked only of items that would
/// make it.
final class Contest {
  private final Candidates candidates;
  private final IntToDoubleFunction factor;
  private final boolean plain;
  private final float[] @Nullable [] lifted;
  private final double minimum;
  private final int only;
  private final double floor;
  private final double best;

  Contest(Candidates candidates, Relevance relevance) {
    this.candidates = candidates;
    factor = Boost.product(relevance.factors());
    plain = relevance.factors().isEmpty();
    lifted = new float[candidates.tiers().size()][];
    minimum = relevance.minimum();
    only = minimum > 0 ? firstWithItems() : -1;
    best = only < 0 ? 0 : extreme(only, 1);
    floor = only < 0 ? 0 : floor(candidates.tiers().get(only));
  }

  int tiers() {
    return candidates.tiers().size();
  }

  /// The best `count` items of a tier that are relevant, allowed and open, best first.
  int[] best(int tier, int count, IntPredicate open) {
    if (only >= 0 && tier != only) {
      return new int[0];
    }
    return pass(tier, count, item -> relevant(item) && open.test(item));
  }

  /// The best `count` items of all tiers that are allowed and open, best first, relevant or not.
  int[] bestOfAll(int count, IntPredicate open) {
    int[] found = new int[count];
    int size = 0;
    for (int tier = 0; tier < tiers() && size < count; tier++) {
      int[] more = pass(tier, count - size, open);
      System.arraycopy(more, 0, found, size, more.length);
      size += more.length;
    }
    return Arrays.copyOf(found, size);
  }

  /// Whether any tier has an item that is relevant, allowed and open. A later tier is looked at
  /// only if the earlier ones have none.
  boolean any(IntPredicate open) {
    for (Tier tier : candidates.tiers()) {
      for (int item = 0; item < candidates.items(); item++) {
        if (open.test(item) && tier.holds(item) && relevant(item) && candidates.allowed(item)) {
          return true;
        }
      }
    }
    return false;
  }

  double factor(int item) {
    return factor.applyAsDouble(item);
  }

  /// After all factors; 0 if no tier holds the item.
  float score(int item) {
    int tier = candidates.tierOf(item);
    return tier < 0 ? 0 : lifted(tier)[item];
  }

  /// Before factors, 0..1; 0 in tiers that minimum relevance shuts out, 1 if it is not asked for.
  double relevance(int item) {
    if (only < 0) {
      return 1;
    }
    if (candidates.tierOf(item) != only) {
      return 0;
    }
    double score = candidates.scores(only)[item];
    return best > floor ? (score - floor) / (best - floor) : 1;
  }

  boolean relevant(int item) {
    return only < 0 || relevance(item) >= minimum;
  }

  double minimum() {
    return minimum;
  }

  /// How many allowed and relevant items come before this one, plus 1.
  int rank(int item) {
    int tier = candidates.tierOf(item);
    float score = score(item);
    int rank = 1;
    for (int other = 0; other < candidates.items(); other++) {
      int otherTier = candidates.tierOf(other);
      if (otherTier >= 0 && otherTier <= tier && other != item) {
        float otherScore = score(other);
        boolean ahead =
            otherTier < tier || otherScore > score || (otherScore == score && other < item);
        if (ahead && relevant(other) && candidates.allowed(other)) {
          rank++;
        }
      }
    }
    return rank;
  }

  private int[] pass(int tier, int count, IntPredicate open) {
    float[] scores = lifted(tier);
    TopK top = new TopK(Math.min(count, candidates.items()));
    for (int item = top.next(scores, 0); item < scores.length; item = top.next(scores, item + 1)) {
      if (candidates.tierOf(item) == tier && open.test(item) && candidates.allowed(item)) {
        top.offer(item, scores[item]);
      }
    }
    return top.indices();
  }

  /// The scores of a tier after all factors, computed when they are first needed: a page asks
  /// several times.
  private float[] lifted(int tier) {
    float[] known = lifted[tier];
    if (known == null) {
      float[] scores = candidates.scores(tier);
      known = plain ? scores : lifted(scores);
      lifted[tier] = known;
    }
    return known;
  }

  private float[] lifted(float[] scores) {
    float[] higher = new float[scores.length];
    for (int item = 0; item < higher.length; item++) {
      higher[item] = Boost.lift(scores[item], factor.applyAsDouble(item));
    }
    return higher;
  }

  private int firstWithItems() {
    for (int tier = 0; tier < tiers(); tier++) {
      if (pass(tier, 1, _ -> true).length > 0) {
        return tier;
      }
    }
    return -1;
  }

  private double floor(Tier tier) {
    return tier.above() > Float.NEGATIVE_INFINITY ? tier.above() : extreme(only, -1);
  }

  /// The largest allowed score, or with sign -1 the smallest; the tier has one.
  private double extreme(int tier, int sign) {
    float[] scores = candidates.scores(tier);
    double extreme = Double.NEGATIVE_INFINITY;
    for (int item = 0; item < scores.length; item++) {
      if (sign * scores[item] > extreme
          && candidates.tierOf(item) == tier
          && candidates.allowed(item)) {
        extreme = sign * scores[item];
      }
    }
    return sign * extreme;
  }
}
