package dev.akin.evaluate;

import dev.akin.evaluate.metric.Concentration;
import dev.akin.evaluate.metric.ListMetric;
import dev.akin.evaluate.metric.RankingMetric;
import dev.akin.evaluate.split.Fold;
import dev.akin.evaluate.split.TestUser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What one run of one algorithm gave.
///
/// @param perUser one value per test user of the run, by metric
/// @param totals one value for all lists together, by metric
/// @param slices in the order of the run's slices
record RunOutcome(
    Map<Metric, double[]> perUser, Map<Metric, Double> totals, List<SliceOutcome> slices) {
  /// @param k 0 if lists play no part
  record Metric(String key, String title, int k) {
    String label() {
      return k == 0 ? key : key + "@" + k;
    }
  }

  /// @param values recall per test user, NaN outside of the slice
  record SliceOutcome(
      String name, String kind, int size, double share, double exposure, double[] values) {}

  static RunOutcome of(
      Experiment.Run run, EvaluationPlan plan, Ranking ranking, Map<String, Double> ratings) {
    Fold fold = run.fold();
    Map<Metric, double[]> perUser = new LinkedHashMap<>();
    Map<Metric, Double> totals = new LinkedHashMap<>();
    for (int k : plan.cuts()) {
      for (RankingMetric metric : RankingMetric.values()) {
        perUser.put(
            new Metric(metric.key(), metric.title(), k), UserValues.of(fold, ranking, metric, k));
      }
      int[] counts = ranking.counts(k, fold.items().size());
      totals.put(new Metric("pooledPrecision", "Pooled precision", k), pooled(fold, ranking, k));
      totals.put(new Metric("coverage", "Coverage", k), Concentration.coverage(counts));
      totals.put(new Metric("gini", "Gini", k), Concentration.gini(counts));
      for (ListMetric metric : ListMetric.values()) {
        UserValues.ListView view = new UserValues.ListView(k, run.distance());
        perUser.put(
            new Metric(metric.key(), metric.title(), k),
            UserValues.of(fold, ranking, metric, view));
      }
    }
    ratings.forEach((key, value) -> totals.put(new Metric(key, title(key), 0), value));
    List<SliceOutcome> slices = new ArrayList<>();
    for (Slice slice : run.slices()) {
      slices.add(
          switch (slice) {
            case Slice.OfUsers users -> ofUsers(fold, ranking, users, plan.mainCut());
            case Slice.OfItems items -> ofItems(fold, ranking, items, plan.mainCut());
          });
    }
    return new RunOutcome(perUser, totals, slices);
  }

  /// All hits over the sum of `min(k, n)`: what the library implicit calls precision.
  private static double pooled(Fold fold, Ranking ranking, int k) {
    double hits = 0;
    double places = 0;
    for (int user = 0; user < fold.tests().size(); user++) {
      TestUser test = fold.tests().get(user);
      int cap = Math.min(k, test.truths());
      places += cap;
      hits +=
          cap
              * RankingMetric.RECALL_CAPPED.of(
                  ranking.hits(user, test.relevant()), test.truths(), k);
    }
    return hits / places;
  }

  private static String title(String key) {
    return switch (key) {
      case "rmse" -> "RMSE";
      case "mse" -> "MSE";
      case "mae" -> "MAE";
      default -> "Log-loss";
    };
  }

  private static SliceOutcome ofUsers(Fold fold, Ranking ranking, Slice.OfUsers slice, int k) {
    double[] values = UserValues.of(fold, ranking, RankingMetric.RECALL, k);
    int members = 0;
    double places = 0;
    double all = 0;
    for (int user = 0; user < values.length; user++) {
      int length = Math.min(k, ranking.items()[user].length);
      all += length;
      if (slice.members().test(fold.tests().get(user))) {
        members++;
        places += length;
      } else {
        values[user] = Double.NaN;
      }
    }
    double share = (double) members / values.length;
    return new SliceOutcome(slice.name(), "users", members, share, places / all, values);
  }

  private static SliceOutcome ofItems(Fold fold, Ranking ranking, Slice.OfItems slice, int k) {
    int[] popularity = fold.popularity();
    int[] counts = ranking.counts(k, popularity.length);
    int members = 0;
    double seen = 0;
    double places = 0;
    for (int item = 0; item < counts.length; item++) {
      if (slice.members()[item]) {
        members++;
        seen += popularity[item];
        places += counts[item];
      }
    }
    return new SliceOutcome(
        slice.name(),
        "items",
        members,
        seen / Arrays.stream(popularity).asLongStream().sum(),
        places / Arrays.stream(counts).asLongStream().sum(),
        UserValues.recall(fold, ranking, slice.members(), k));
  }
}
