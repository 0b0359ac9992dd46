package dev.akin.local.evaluate;

import dev.akin.evaluate.EvaluationReport;
import dev.akin.evaluate.EvaluationReport.AlgorithmReport;
import dev.akin.evaluate.EvaluationReport.Comparison;
import dev.akin.evaluate.metric.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The result in two or three sentences.
final class PageSummary {
  private PageSummary() {}

  static String of(EvaluationReport report) {
    String label = "ndcg@" + report.setup().cuts().getFirst();
    AlgorithmReport best =
        report.algorithms().stream()
            .max(Comparator.comparingDouble(algorithm -> mean(algorithm, label)))
            .orElseThrow();
    Interval interval =
        best.score(label).orElseThrow(() -> new IllegalArgumentException("no " + label)).interval();
    List<String> behind = new ArrayList<>();
    List<String> level = new ArrayList<>();
    for (Comparison pair : report.comparisons()) {
      boolean first = pair.first().equals(best.name());
      if (pair.label().equals(label) && (first || pair.second().equals(best.name()))) {
        String other = first ? pair.second() : pair.first();
        (pair.difference().significant() ? behind : level).add(other);
      }
    }
    return best.name()
        + " ranks best with NDCG "
        + Numbers.value(interval.mean())
        + " ("
        + Numbers.ends(interval)
        + ")."
        + (behind.isEmpty() ? "" : " It is significantly better than " + joined(behind) + ".")
        + (level.isEmpty() ? "" : " The lead over " + joined(level) + " may be chance.");
  }

  private static double mean(AlgorithmReport algorithm, String label) {
    return algorithm.score(label).map(score -> score.interval().mean()).orElse(-1.0);
  }

  private static String joined(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.getFirst()
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }
}
