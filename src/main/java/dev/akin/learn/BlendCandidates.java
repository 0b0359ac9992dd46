package dev.akin.learn;

import dev.akin.math.Parallel;
import dev.akin.math.TopK;
import dev.akin.model.ItemScorer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// What the members of a blend think of the items that any of them ranks high, for every user of a
/// validation part. Other items cannot matter to the head of a blended list.
///
/// Takes `users * members^2 * DEPTH` floats.
final class BlendCandidates {
  private static final int DEPTH = 50;
  private static final int USERS_AT_ONCE = 16;

  private final Holdout holdout;
  private final Candidates[] candidates;
  private final double[] scales;
  private final Parallel parallel;

  /// @param scores one row per member, one column per item
  /// @param items ascending
  private record Candidates(int user, int[] items, float[][] scores) {}

  /// @param models trained on what the holdout shows
  BlendCandidates(Holdout holdout, int[] users, List<ItemScorer> models, Parallel parallel) {
    this.holdout = holdout;
    this.parallel = parallel;
    candidates = new Candidates[users.length];
    parallel.run(
        users.length,
        USERS_AT_ONCE,
        () ->
            (from, to) -> {
              for (int n = from; n < to; n++) {
                candidates[n] = candidates(users[n], models);
              }
            });
    scales = new double[models.size()];
    for (int m = 0; m < scales.length; m++) {
      scales[m] = deviation(m);
    }
  }

  /// What so many users take: the items that any member ranks high, and a score of each by every
  /// member.
  static long bytes(long users, int members) {
    long items = (long) members * DEPTH;
    long lists = 1L + members;
    return users * lists * (TrainingMemory.OBJECT + Float.BYTES * items);
  }

  /// The standard deviation of a member's scores within users, over all candidates; 1 if a member
  /// cannot tell them apart.
  double scale(int member) {
    return scales[member];
  }

  /// The mean NDCG@k of the members' scores divided by their scales, weighted and summed.
  double ndcg(double[] weights, int k) {
    double[] each = new double[candidates.length];
    parallel.run(
        each.length,
        USERS_AT_ONCE,
        () ->
            (from, to) -> {
              float[] scores = new float[holdout.hidden().columns()];
              for (int n = from; n < to; n++) {
                each[n] = ndcg(candidates[n], weights, k, scores);
              }
            });
    return Arrays.stream(each).sum() / Math.max(1, each.length);
  }

  private double ndcg(Candidates given, double[] weights, int k, float[] scores) {
    Arrays.fill(scores, Float.NaN);
    for (int c = 0; c < given.items.length; c++) {
      double score = 0;
      for (int m = 0; m < weights.length; m++) {
        score += weights[m] / scales[m] * given.scores[m][c];
      }
      scores[given.items[c]] = (float) score;
    }
    return holdout.ndcg(given.user, scores, k);
  }

  private Candidates candidates(int user, List<ItemScorer> models) {
    var history = holdout.shown().history(user);
    float[][] all = new float[models.size()][holdout.hidden().columns()];
    int[] chosen = {};
    for (int m = 0; m < all.length; m++) {
      models.get(m).profile(history).scores(all[m]);
      int[] top = TopK.of(all[m], DEPTH, item -> Arrays.binarySearch(history.items(), item) < 0);
      chosen = IntStream.concat(Arrays.stream(chosen), Arrays.stream(top)).toArray();
    }
    int[] items = Arrays.stream(chosen).sorted().distinct().toArray();
    float[][] scores = new float[all.length][items.length];
    for (int m = 0; m < all.length; m++) {
      for (int c = 0; c < items.length; c++) {
        scores[m][c] = all[m][items[c]];
      }
    }
    return new Candidates(user, items, scores);
  }

  private double deviation(int member) {
    double squares = 0;
    long count = 0;
    for (Candidates given : candidates) {
      double mean = 0;
      for (float score : given.scores[member]) {
        mean += score / given.scores[member].length;
      }
      for (float score : given.scores[member]) {
        squares += (score - mean) * (score - mean);
      }
      count += given.items.length;
    }
    double deviation = Math.sqrt(squares / Math.max(1, count));
    return deviation > Float.MIN_NORMAL ? deviation : 1;
  }
}
