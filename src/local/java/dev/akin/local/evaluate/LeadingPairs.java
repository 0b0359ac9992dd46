package dev.akin.local.evaluate;

import dev.akin.evaluate.EvaluationReport;
import dev.akin.evaluate.EvaluationReport.AlgorithmReport;
import dev.akin.evaluate.EvaluationReport.Comparison;
import dev.akin.evaluate.metric.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The paired differences worth looking at: of n algorithms there are n * (n - 1) / 2, and most say
/// nothing that these do not.
///
/// @param best the best algorithm against every other, itself first, the closest rival on top
/// @param baselines every other algorithm against those that it should beat
record LeadingPairs(List<Comparison> best, List<Comparison> baselines) {
  private static final Set<String> BASELINES = Set.of("item-knn", "popularity");

  static LeadingPairs of(EvaluationReport report, String label) {
    String leader =
        report.algorithms().stream()
            .max(Comparator.comparingDouble(algorithm -> mean(algorithm, label)))
            .map(AlgorithmReport::name)
            .orElse("");
    List<Comparison> pairs =
        report.comparisons().stream().filter(pair -> pair.label().equals(label)).toList();
    List<Comparison> best =
        among(pairs, leader::equals, _ -> true)
            .sorted(Comparator.comparingDouble(pair -> pair.difference().mean()))
            .toList();
    List<Comparison> baselines =
        among(pairs, name -> !name.equals(leader) && !BASELINES.contains(name), BASELINES::contains)
            .sorted(Comparator.comparing(Comparison::second))
            .toList();
    return new LeadingPairs(best, baselines);
  }

  /// The metrics that were compared, the main one first.
  static List<String> labels(EvaluationReport report) {
    return report.comparisons().stream().map(Comparison::label).distinct().toList();
  }

  List<Comparison> all() {
    List<Comparison> all = new ArrayList<>(best);
    all.addAll(baselines);
    return all;
  }

  /// The pairs of one of `firsts` with one of `seconds`, in this order.
  private static Stream<Comparison> among(
      List<Comparison> pairs, Predicate<String> firsts, Predicate<String> seconds) {
    return pairs.stream()
        .flatMap(pair -> Stream.of(pair, turned(pair)))
        .filter(pair -> firsts.test(pair.first()) && seconds.test(pair.second()));
  }

  private static Comparison turned(Comparison pair) {
    Interval given = pair.difference();
    Interval turned = new Interval(-given.mean(), -given.high(), -given.low());
    return new Comparison(pair.label(), pair.second(), pair.first(), turned, pair.users());
  }

  private static double mean(AlgorithmReport algorithm, String label) {
    return algorithm.score(label).map(score -> score.interval().mean()).orElse(-1.0);
  }
}
