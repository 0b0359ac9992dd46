package dev.akin.evaluate;

import dev.akin.evaluate.PromotionGate.Verdict;
import dev.akin.evaluate.UserValues.ListView;
import dev.akin.evaluate.metric.Bootstrap;
import dev.akin.evaluate.metric.Concentration;
import dev.akin.evaluate.metric.Interval;
import dev.akin.evaluate.metric.ItemDistance;
import dev.akin.evaluate.metric.ListMetric;
import dev.akin.evaluate.metric.RankingMetric;
import dev.akin.evaluate.split.Fold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a release says of its own quality: short, because every sandbox reads it with the manifest,
/// and the same bytes for the same data.
///
/// @param moment before which was learned and after which was tested
/// @param fold what was tested on
/// @param distance what makes a list diverse
/// @param bootstrap for the intervals
public record ReleaseReport(Instant moment, Fold fold, ItemDistance distance, Bootstrap bootstrap) {
  /// Where lists are cut.
  public static final int CUT = 10;

  /// How long lists must be.
  public static final int LONG_CUT = 20;

  private static final double DIGITS = 1e5;

  /// Every strategy is compared with these where they were measured.
  private static final List<String> BASELINES = List.of("popular", "neighbours");

  /// What the live release serves.
  ///
  /// @param release its id
  /// @param strategy what it serves by default
  public record Live(String release, String strategy, Ranking ranking) {}

  /// What the comparison led to.
  ///
  /// @param chosen the strategy that the release serves by default
  public record Decision(String chosen, Verdict verdict) {}

  /// The quality that the gate and the choice look at, one value per tested customer.
  public double[] quality(Ranking ranking) {
    return UserValues.of(fold, ranking, RankingMetric.NDCG, CUT);
  }

  /// Everything that was measured.
  ///
  /// @param rankings by strategy
  public Map<String, Object> measured(
      Map<String, Ranking> rankings, @Nullable Live live, Decision decision) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("protocol", "learned before the moment, tested on what was liked after it");
    root.put("moment", moment.toString());
    root.put("candidates", "all items but those of the customer's history");
    root.put("customers", fold.tests().size());
    root.put("metric", "ndcg@" + CUT);
    Map<String, Object> strategies = new LinkedHashMap<>();
    rankings.forEach((word, ranking) -> {
      Map<String, Object> scores = scores(ranking);
      scores.putAll(differences(word, ranking, rankings, live));
      strategies.put(word, scores);
    });
    root.put("strategies", strategies);
    if (live != null) {
      Map<String, Object> served = new LinkedHashMap<>();
      served.put("release", live.release());
      served.put("strategy", live.strategy());
      served.putAll(scores(live.ranking()));
      root.put("live", served);
    }
    root.put("chosen", decision.chosen());
    Map<String, Object> gate = new LinkedHashMap<>();
    gate.put("promoted", decision.verdict().promoted());
    gate.put("why", decision.verdict().why());
    root.put("gate", gate);
    return root;
  }

  /// For a shop with too few returning customers to measure anything on.
  public static Map<String, Object> unmeasured(String why) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("protocol", "nothing was measured: " + why);
    return root;
  }

  /// @param measured from [#measured] or [#unmeasured]
  /// @param training what was trained, from what, and what was not
  public static String json(Map<String, Object> measured, Map<String, Object> training) {
    Map<String, Object> root = new LinkedHashMap<>(measured);
    root.putAll(training);
    return JsonText.of(root);
  }

  private Map<String, Object> scores(Ranking ranking) {
    Map<String, double[]> perUser = new LinkedHashMap<>();
    perUser.put("ndcg@" + CUT, quality(ranking));
    perUser.put("recall@" + CUT, UserValues.of(fold, ranking, RankingMetric.RECALL, CUT));
    perUser.put("recall@" + LONG_CUT, UserValues.of(fold, ranking, RankingMetric.RECALL, LONG_CUT));
    ListView view = new ListView(CUT, distance);
    for (ListMetric metric : List.of(ListMetric.POPULARITY, ListMetric.DIVERSITY)) {
      perUser.put(metric.key() + "@" + CUT, UserValues.of(fold, ranking, metric, view));
    }
    Map<String, Object> scores = intervals(perUser);
    int[] counts = ranking.counts(CUT, fold.items().size());
    scores.put("coverage@" + CUT, rounded(Concentration.coverage(counts)));
    scores.put("gini@" + CUT, rounded(Concentration.gini(counts)));
    return scores;
  }

  private Map<String, Object> differences(
      String word, Ranking ranking, Map<String, Ranking> rankings, @Nullable Live live) {
    Map<String, double[]> perUser = new LinkedHashMap<>();
    double[] quality = quality(ranking);
    for (String baseline : BASELINES) {
      Ranking other = rankings.get(baseline);
      if (other != null && !baseline.equals(word)) {
        perUser.put("minus " + baseline, Bootstrap.minus(quality, quality(other)));
      }
    }
    if (live != null) {
      perUser.put("minus live", Bootstrap.minus(quality, quality(live.ranking())));
    }
    return intervals(perUser);
  }

  /// Means with their intervals, by name.
  private Map<String, Object> intervals(Map<String, double[]> perUser) {
    List<double[][]> samples = new ArrayList<>();
    perUser.values().forEach(values -> samples.add(new double[][] {values}));
    List<Interval> intervals = bootstrap.means(samples);
    Map<String, Object> named = new LinkedHashMap<>();
    int next = 0;
    for (String name : perUser.keySet()) {
      Interval interval = intervals.get(next++);
      Map<String, Object> score = new LinkedHashMap<>();
      score.put("mean", rounded(interval.mean()));
      score.put("interval", List.of(rounded(interval.low()), rounded(interval.high())));
      named.put(name, score);
    }
    return named;
  }

  /// Five digits are more than the intervals leave certain.
  private static double rounded(double value) {
    return Double.isFinite(value) ? Math.round(value * DIGITS) / DIGITS : value;
  }
}
