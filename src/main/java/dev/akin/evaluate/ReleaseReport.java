package dev.akin.evaluate;

import dev.akin.evaluate.PromotionGate.Verdict;
import dev.akin.evaluate.metric.Bootstrap;
import dev.akin.evaluate.metric.Interval;
import dev.akin.evaluate.split.Fold;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a release says of its own quality: short, and the same bytes for the same data.
///
/// @param moment before which was learned and after which was tested
/// @param k length of the lists
/// @param fold what was tested on
/// @param bootstrap for the intervals
public record ReleaseReport(Instant moment, int k, Fold fold, Bootstrap bootstrap) {
  /// @param quality NDCG per tested customer, by strategy
  /// @param chosen the strategy that the release serves by default
  public String json(Map<String, double[]> quality, String chosen, Verdict verdict) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("protocol", "learned before " + moment + ", tested on what was liked after it");
    root.put("candidates", "all items but those of the customer's history");
    root.put("customers", fold.tests().size());
    root.put("metric", "ndcg@" + k);
    Map<String, Object> strategies = new LinkedHashMap<>();
    quality.forEach((word, values) -> strategies.put(word, score(bootstrap.mean(values))));
    root.put("strategies", strategies);
    root.put("chosen", chosen);
    Map<String, Object> gate = new LinkedHashMap<>();
    gate.put("promoted", verdict.promoted());
    gate.put("why", verdict.why());
    root.put("gate", gate);
    return JsonText.of(root);
  }

  private static Map<String, Object> score(Interval interval) {
    Map<String, Object> score = new LinkedHashMap<>();
    score.put("mean", interval.mean());
    score.put("interval", List.of(interval.low(), interval.high()));
    return score;
  }
}
