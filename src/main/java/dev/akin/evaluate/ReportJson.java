package dev.akin.evaluate;

import dev.akin.evaluate.EvaluationReport.AlgorithmReport;
import dev.akin.evaluate.EvaluationReport.Comparison;
import dev.akin.evaluate.EvaluationReport.Score;
import dev.akin.evaluate.EvaluationReport.Setup;
import dev.akin.evaluate.EvaluationReport.SliceScore;
import dev.akin.evaluate.metric.Interval;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The report as JSON, for files and for the release. Numbers that do not exist (no interval, no
/// pair in a list) are null.
public final class ReportJson {
  /// Raised when a field changes its meaning or goes away.
  public static final int VERSION = 1;

  private ReportJson() {}

  public static String of(EvaluationReport report) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("version", VERSION);
    root.put("setup", setup(report.setup()));
    root.put("algorithms", report.algorithms().stream().map(ReportJson::algorithm).toList());
    root.put("comparisons", report.comparisons().stream().map(ReportJson::comparison).toList());
    root.put("tunings", report.tunings().stream().map(ReportJson::tuning).toList());
    return JsonText.of(root);
  }

  /// The gate's verdict.
  public static String of(PromotionGate.Verdict verdict) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("promoted", verdict.promoted());
    root.put("why", verdict.why());
    putInterval(root, verdict.difference());
    root.put("users", verdict.users());
    return JsonText.of(root);
  }

  private static Map<String, Object> setup(Setup setup) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("data", setup.data());
    object.put("protocol", setup.protocol());
    object.put("candidates", setup.candidates());
    object.put("k", setup.cuts());
    object.put("seeds", setup.seeds());
    object.put("counts", setup.counts());
    object.put("skipped", setup.skipped());
    object.put("notes", setup.notes());
    return object;
  }

  private static Map<String, Object> algorithm(AlgorithmReport report) {
    Map<String, Object> metrics = new LinkedHashMap<>();
    for (Score score : report.scores()) {
      Map<String, Object> value = new LinkedHashMap<>();
      putInterval(value, score.interval());
      metrics.put(score.label(), value);
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", report.name());
    object.put("parameters", report.parameters());
    object.put("metrics", metrics);
    object.put("slices", report.slices().stream().map(ReportJson::slice).toList());
    object.put("bySeed", report.bySeed());
    object.put("curves", report.curves());
    object.put("trainSeconds", report.timing().trainSeconds());
    object.put("rankSeconds", report.timing().rankSeconds());
    return object;
  }

  private static Map<String, Object> slice(SliceScore slice) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", slice.name());
    object.put("kind", slice.kind());
    object.put("size", slice.size());
    object.put("share", slice.share());
    object.put("exposure", slice.exposure());
    Map<String, Object> recall = new LinkedHashMap<>();
    putInterval(recall, slice.quality());
    object.put("recall", recall);
    return object;
  }

  private static Map<String, Object> comparison(Comparison comparison) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("metric", comparison.label());
    object.put("first", comparison.first());
    object.put("second", comparison.second());
    putInterval(object, comparison.difference());
    object.put("significant", comparison.difference().significant());
    object.put("users", comparison.users());
    return object;
  }

  private static Map<String, Object> tuning(TuningResult tuning) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("algorithm", tuning.algorithm());
    object.put("best", tuning.best());
    object.put("metric", tuning.metric());
    object.put("score", tuning.score());
    object.put(
        "trials",
        tuning.trials().stream()
            .map(trial ->
                Map.of(
                    "parameters", trial.parameters(),
                    "share", trial.share(),
                    "score", trial.score()))
            .map(TreeMap::new)
            .toList());
    return object;
  }

  private static void putInterval(Map<String, Object> object, Interval interval) {
    object.put("mean", interval.mean());
    object.put("interval", List.of(interval.low(), interval.high()));
  }
}
