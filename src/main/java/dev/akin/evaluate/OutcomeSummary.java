package dev.akin.evaluate;

import dev.akin.evaluate.EvaluationReport.Score;
import dev.akin.evaluate.EvaluationReport.SliceScore;
import dev.akin.evaluate.RunOutcome.Metric;
import dev.akin.evaluate.RunOutcome.SliceOutcome;
import dev.akin.evaluate.metric.Bootstrap;
import dev.akin.evaluate.metric.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The runs of one algorithm taken together: means over the seeds, intervals over the users.
record OutcomeSummary(List<RunOutcome> outcomes, Alignment alignment, Bootstrap bootstrap) {
  /// Per label one array per run over the same users.
  Map<String, double[][]> samples() {
    Map<String, double[][]> samples = new LinkedHashMap<>();
    for (Metric metric : outcomes.getFirst().perUser().keySet()) {
      samples.put(metric.label(), sample(metric));
    }
    return samples;
  }

  List<Score> scores() {
    List<Metric> metrics = List.copyOf(outcomes.getFirst().perUser().keySet());
    List<Interval> intervals = bootstrap.means(metrics.stream().map(this::sample).toList());
    List<Score> scores = new ArrayList<>();
    for (int m = 0; m < metrics.size(); m++) {
      Metric metric = metrics.get(m);
      scores.add(new Score(metric.key(), metric.title(), metric.k(), intervals.get(m)));
    }
    for (Metric metric : outcomes.getFirst().totals().keySet()) {
      double mean =
          outcomes.stream()
              .mapToDouble(outcome -> outcome.totals().getOrDefault(metric, Double.NaN))
              .average()
              .orElseThrow();
      Interval alone = new Interval(mean, Double.NaN, Double.NaN);
      scores.add(new Score(metric.key(), metric.title(), metric.k(), alone));
    }
    return scores;
  }

  /// Slices with members in any run.
  List<SliceScore> slices() {
    int count = outcomes.getFirst().slices().size();
    List<double[][]> samples = new ArrayList<>();
    for (int s = 0; s < count; s++) {
      int slice = s;
      samples.add(
          alignment.align(
              outcomes.stream().map(outcome -> outcome.slices().get(slice).values()).toList()));
    }
    List<Interval> intervals = bootstrap.means(samples);
    List<SliceScore> scores = new ArrayList<>();
    for (int s = 0; s < count; s++) {
      if (!Double.isNaN(intervals.get(s).mean())) {
        scores.add(slice(s, intervals.get(s)));
      }
    }
    return scores;
  }

  private SliceScore slice(int index, Interval quality) {
    List<SliceOutcome> runs =
        outcomes.stream().map(outcome -> outcome.slices().get(index)).toList();
    SliceOutcome first = runs.getFirst();
    return new SliceScore(
        first.name(),
        first.kind(),
        first.size(),
        runs.stream().collect(Collectors.averagingDouble(SliceOutcome::share)),
        runs.stream().collect(Collectors.averagingDouble(SliceOutcome::exposure)),
        quality);
  }

  List<Map<String, Double>> bySeed() {
    List<Map<String, Double>> bySeed = new ArrayList<>();
    for (RunOutcome outcome : outcomes) {
      Map<String, Double> means = new LinkedHashMap<>();
      outcome.perUser().forEach((metric, values) -> means.put(metric.label(), mean(values)));
      outcome.totals().forEach((metric, value) -> means.put(metric.label(), value));
      bySeed.add(means);
    }
    return bySeed;
  }

  private double[][] sample(Metric metric) {
    return alignment.align(
        outcomes.stream()
            .map(outcome -> outcome.perUser().getOrDefault(metric, new double[0]))
            .toList());
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).average().orElse(Double.NaN);
  }
}
