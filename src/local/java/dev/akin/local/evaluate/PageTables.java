package dev.akin.local.evaluate;

import dev.akin.evaluate.EvaluationReport;
import dev.akin.evaluate.EvaluationReport.AlgorithmReport;
import dev.akin.evaluate.EvaluationReport.Comparison;
import dev.akin.evaluate.EvaluationReport.Score;
import dev.akin.evaluate.EvaluationReport.SliceScore;
import dev.akin.evaluate.TuningResult;
import dev.akin.evaluate.metric.Interval;
import java.util.ArrayList;
import java.util.List;

/// The tables of the page.
final class PageTables {
  private PageTables() {}

  /// All numbers of all algorithms, one row per metric.
  static String scores(EvaluationReport report) {
    List<String> head = new ArrayList<>(List.of("Metric"));
    report.algorithms().forEach(algorithm -> head.add(algorithm.name()));
    List<List<String>> rows = new ArrayList<>();
    for (Score metric : allScores(report.algorithms())) {
      List<String> row = new ArrayList<>(List.of(Markup.escaped(metric.heading())));
      for (AlgorithmReport algorithm : report.algorithms()) {
        row.add(algorithm.score(metric.label()).map(s -> cell(s.interval())).orElse("–"));
      }
      rows.add(row);
    }
    rows.add(timings(report, "Training", true));
    rows.add(timings(report, "Ranking all test users", false));
    return table("All numbers; small: 95 % interval", head, rows);
  }

  private static List<Score> allScores(List<AlgorithmReport> algorithms) {
    List<Score> all = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (AlgorithmReport algorithm : algorithms) {
      for (Score score : algorithm.scores()) {
        if (!labels.contains(score.label())) {
          labels.add(score.label());
          all.add(score);
        }
      }
    }
    return all;
  }

  private static List<String> timings(EvaluationReport report, String name, boolean training) {
    List<String> row = new ArrayList<>(List.of(name));
    for (AlgorithmReport algorithm : report.algorithms()) {
      row.add(
          Numbers.seconds(
              training ? algorithm.timing().trainSeconds() : algorithm.timing().rankSeconds()));
    }
    return row;
  }

  static String comparisons(List<Comparison> comparisons) {
    List<List<String>> rows = new ArrayList<>();
    for (Comparison pair : comparisons) {
      rows.add(
          List.of(
              Markup.escaped(pair.first() + " − " + pair.second()),
              Markup.escaped(pair.label()),
              Numbers.signed(pair.difference().mean()),
              Numbers.signed(pair.difference().low())
                  + " to "
                  + Numbers.signed(pair.difference().high()),
              pair.difference().significant() ? "yes" : "no"));
    }
    return rows.isEmpty()
        ? ""
        : folded(
            "The differences as a table",
            table(
                "Mean difference per user",
                List.of("Pair", "Metric", "Difference", "95 % interval", "Significant"),
                rows));
  }

  static String slices(List<AlgorithmReport> algorithms) {
    List<String> head = new ArrayList<>(List.of("Slice", "Size", "Share"));
    for (AlgorithmReport algorithm : algorithms) {
      head.add(algorithm.name() + " recall");
      head.add(algorithm.name() + " exposure");
    }
    List<List<String>> rows = new ArrayList<>();
    for (int s = 0; s < algorithms.getFirst().slices().size(); s++) {
      SliceScore first = algorithms.getFirst().slices().get(s);
      List<String> row = new ArrayList<>();
      row.add(Markup.escaped(first.name()));
      row.add(Numbers.count(first.size()));
      row.add(Numbers.percent(first.share()));
      for (AlgorithmReport algorithm : algorithms) {
        row.add(cell(algorithm.slices().get(s).quality()));
        row.add(Numbers.percent(algorithm.slices().get(s).exposure()));
      }
      rows.add(row);
    }
    String caption =
        "Share: of the test users, or of the training interactions. Exposure: share of all"
            + " recommended places";
    return folded("Slices with exposure as a table", table(caption, head, rows));
  }

  static String trials(TuningResult tuning) {
    List<List<String>> rows = new ArrayList<>();
    for (TuningResult.Trial trial : tuning.trials()) {
      rows.add(
          List.of(
              Markup.escaped(Numbers.parameters(trial.parameters())),
              Numbers.percent(trial.share()),
              Numbers.value(trial.score())));
    }
    return folded(
        "All trials",
        table(
            "Last round first",
            List.of("Parameters", "Training users", "Validation " + tuning.metric()),
            rows));
  }

  private static String cell(Interval interval) {
    return Numbers.value(interval.mean())
        + (Double.isNaN(interval.low()) ? "" : "<small>" + Numbers.ends(interval) + "</small>");
  }

  private static String folded(String summary, String content) {
    return "<details><summary>" + summary + "</summary>" + content + "</details>";
  }

  /// @param rows cells that are markup already
  private static String table(String caption, List<String> head, List<List<String>> rows) {
    StringBuilder out = new StringBuilder("<div class=\"scroll\" tabindex=\"0\" role=\"region\"");
    out.append(" aria-label=\"").append(Markup.escaped(caption)).append("\"><table><caption>");
    out.append(Markup.escaped(caption)).append("</caption><thead><tr>");
    head.forEach(
        name -> out.append("<th scope=\"col\">").append(Markup.escaped(name)).append("</th>"));
    out.append("</tr></thead><tbody>");
    for (List<String> row : rows) {
      out.append("<tr><th scope=\"row\">").append(row.getFirst()).append("</th>");
      row.stream().skip(1).forEach(cell -> out.append("<td>").append(cell).append("</td>"));
      out.append("</tr>");
    }
    return out.append("</tbody></table></div>\n").toString();
  }
}
