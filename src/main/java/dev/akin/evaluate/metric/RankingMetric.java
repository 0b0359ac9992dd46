package dev.akin.evaluate.metric;

/// How good one list is for one user with binary relevance. `hits[r]` says whether place `r + 1`
/// holds a hidden item, `n` how many hidden items there are, `k` where the list is cut.
///
/// Decisions where published code differs:
/// - A list shorter than `k` has misses at the empty places, as in trec_eval: precision divides by
///   `k`. LensKit divides by the length of the list; both agree on full lists.
/// - Hidden items unknown in training count in `n` and are never hit.
/// - Users without a hidden item are left out before, in all metrics alike.
/// - Equal scores are ordered by item id before the list is made, the same for every algorithm.
public enum RankingMetric {
  /// `hits / k`.
  PRECISION("precision", "Precision"),
  /// `hits / n`: the share of what was hidden.
  RECALL("recall", "Recall"),
  /// `hits / min(k, n)`, so that 1 can be reached: Liang 2018, section 4.2, and LensKit's recall.
  RECALL_CAPPED("recallCapped", "Recall (capped)"),
  /// `DCG / ideal DCG` with discount `1 / log2(rank + 1)`, the ideal list cut at `min(k, n)`:
  /// Järvelin and Kekäläinen 2002 with binary gain, as implicit, LensKit and Liang 2018 compute it.
  NDCG("ndcg", "NDCG"),
  /// The precision at each hit, summed, over `min(k, n)`; its mean over users is MAP, as in
  /// implicit and LensKit.
  AVERAGE_PRECISION("map", "MAP"),
  /// `1 / rank` of the first hit, 0 without one; its mean over users is MRR.
  RECIPROCAL_RANK("mrr", "MRR"),
  /// 1 if anything was hit, else 0.
  HIT("hitRate", "Hit rate");

  private final String key;
  private final String title;

  RankingMetric(String key, String title) {
    this.key = key;
    this.title = title;
  }

  /// The name in files.
  public String key() {
    return key;
  }

  /// The name for people.
  public String title() {
    return title;
  }

  /// The value for one list.
  ///
  /// @param hits one per place of the list, best first; may be longer or shorter than `k`
  /// @param n at least 1, at least as many as hits
  /// @param k at least 1
  public double of(boolean[] hits, int n, int k) {
    if (n < 1 || k < 1) {
      throw new IllegalArgumentException("n and k must be positive, were " + n + " and " + k);
    }
    int places = Math.min(k, hits.length);
    return switch (this) {
      case PRECISION -> (double) count(hits, places) / k;
      case RECALL -> (double) count(hits, places) / n;
      case RECALL_CAPPED -> (double) count(hits, places) / Math.min(k, n);
      case NDCG -> gain(hits, places) / idealGain(Math.min(k, n));
      case AVERAGE_PRECISION -> precisions(hits, places) / Math.min(k, n);
      case RECIPROCAL_RANK -> reciprocalRank(hits, places);
      case HIT -> count(hits, places) > 0 ? 1 : 0;
    };
  }

  private static int count(boolean[] hits, int places) {
    int count = 0;
    for (int r = 0; r < places; r++) {
      count += hits[r] ? 1 : 0;
    }
    return count;
  }

  private static double gain(boolean[] hits, int places) {
    double gain = 0;
    for (int r = 0; r < places; r++) {
      gain += hits[r] ? discount(r) : 0;
    }
    return gain;
  }

  private static double idealGain(int places) {
    double gain = 0;
    for (int r = 0; r < places; r++) {
      gain += discount(r);
    }
    return gain;
  }

  private static double discount(int r) {
    return StrictMath.log(2) / StrictMath.log(r + 2.0);
  }

  private static double precisions(boolean[] hits, int places) {
    double sum = 0;
    int found = 0;
    for (int r = 0; r < places; r++) {
      if (hits[r]) {
        found++;
        sum += (double) found / (r + 1);
      }
    }
    return sum;
  }

  private static double reciprocalRank(boolean[] hits, int places) {
    for (int r = 0; r < places; r++) {
      if (hits[r]) {
        return 1.0 / (r + 1);
      }
    }
    return 0;
  }
}
