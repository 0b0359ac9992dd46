package dev.akin.local.evaluate;

import dev.akin.evaluate.EvaluationReport;
import dev.akin.evaluate.EvaluationReport.AlgorithmReport;
import dev.akin.evaluate.EvaluationReport.Comparison;
import dev.akin.evaluate.EvaluationReport.Score;
import dev.akin.evaluate.EvaluationReport.Setup;
import dev.akin.evaluate.EvaluationReport.SliceScore;
import dev.akin.evaluate.TuningResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The report for the terminal.
final class ReportTable {
  private final StringBuilder out = new StringBuilder();

  private ReportTable() {}

  static String of(EvaluationReport report) {
    ReportTable table = new ReportTable();
    table.setup(report.setup());
    report.tunings().forEach(table::tuning);
    for (int k : report.setup().cuts()) {
      table.quality(report.algorithms(), k);
    }
    table.ratings(report.algorithms());
    table.slices(report.algorithms());
    table.comparisons(
        LeadingPairs.labels(report).stream()
            .flatMap(label -> LeadingPairs.of(report, label).all().stream())
            .toList());
    return table.out.toString();
  }

  private void setup(Setup setup) {
    out.append("data        ").append(setup.data()).append('\n');
    out.append("protocol    ").append(setup.protocol()).append('\n');
    out.append("candidates  ").append(setup.candidates()).append('\n');
    if (setup.seeds().size() > 1) {
      out.append("seeds       ").append(setup.seeds()).append(", means over all\n");
    }
    out.append("counts      ").append(counts(setup.counts(), true)).append('\n');
    String skipped = counts(setup.skipped(), false);
    out.append(skipped.isEmpty() ? "" : "left out    " + skipped + '\n');
    setup.notes().forEach(note -> out.append("note        ").append(note).append('\n'));
  }

  private static String counts(Map<String, Long> counts, boolean zeros) {
    return counts.entrySet().stream()
        .filter(entry -> zeros || entry.getValue() > 0)
        .map(entry -> Numbers.count(entry.getValue()) + " " + entry.getKey())
        .collect(Collectors.joining(", "));
  }

  private void tuning(TuningResult tuning) {
    out.append("tuned       ")
        .append(tuning.algorithm())
        .append(": ")
        .append(Numbers.parameters(tuning.best()))
        .append(" (validation ")
        .append(tuning.metric())
        .append(' ')
        .append(Numbers.value(tuning.score()))
        .append(", ")
        .append(tuning.trials().size())
        .append(" trials)\n");
  }

  private void quality(List<AlgorithmReport> algorithms, int k) {
    List<Score> columns =
        algorithms.getFirst().scores().stream().filter(score -> score.k() == k).toList();
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("algorithm"));
    columns.forEach(column -> head.add(column.label()));
    head.addAll(List.of("train", "rank"));
    rows.add(head);
    for (AlgorithmReport algorithm : algorithms) {
      List<String> row = new ArrayList<>(List.of(algorithm.name()));
      for (Score column : columns) {
        row.add(
            algorithm
                .score(column.label())
                .map(score -> Numbers.value(score.interval().mean()))
                .orElse("–"));
      }
      row.add(Numbers.seconds(algorithm.timing().trainSeconds()));
      row.add(Numbers.seconds(algorithm.timing().rankSeconds()));
      rows.add(row);
    }
    out.append('\n').append(TextTable.of(transposed(rows)));
    intervals(algorithms, "ndcg@" + k);
  }

  /// Metrics below each other: there are more of them than algorithms, and terminals are narrow.
  private static List<List<String>> transposed(List<List<String>> rows) {
    List<List<String>> columns = new ArrayList<>();
    for (int column = 0; column < rows.getFirst().size(); column++) {
      int place = column;
      columns.add(rows.stream().map(row -> row.get(place)).toList());
    }
    return columns;
  }

  private void intervals(List<AlgorithmReport> algorithms, String label) {
    for (AlgorithmReport algorithm : algorithms) {
      algorithm
          .score(label)
          .ifPresent(score ->
              out.append("  ")
                  .append(algorithm.name())
                  .append(' ')
                  .append(label)
                  .append(" is ")
                  .append(Numbers.ends(score.interval()))
                  .append(" with 95 % confidence\n"));
    }
  }

  private void ratings(List<AlgorithmReport> algorithms) {
    for (AlgorithmReport algorithm : algorithms) {
      String errors =
          algorithm.scores().stream()
              .filter(score -> score.k() == 0)
              .map(score -> score.heading() + " " + Numbers.value(score.interval().mean()))
              .collect(Collectors.joining(", "));
      out.append(errors.isEmpty() ? "" : "  " + algorithm.name() + " ratings: " + errors + '\n');
    }
  }

  private void slices(List<AlgorithmReport> algorithms) {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("slice", "share"));
    algorithms.forEach(algorithm -> head.addAll(List.of(algorithm.name(), "exposure")));
    rows.add(head);
    for (int s = 0; s < algorithms.getFirst().slices().size(); s++) {
      SliceScore first = algorithms.getFirst().slices().get(s);
      List<String> row = new ArrayList<>(List.of(first.name(), Numbers.percent(first.share())));
      for (AlgorithmReport algorithm : algorithms) {
        SliceScore slice = algorithm.slices().get(s);
        row.add(Numbers.value(slice.quality().mean()));
        row.add(Numbers.percent(slice.exposure()));
      }
      rows.add(row);
    }
    out.append("\nrecall and exposure per slice\n").append(TextTable.of(rows));
  }

  private void comparisons(List<Comparison> comparisons) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("paired difference", "metric", "mean", "95 % interval", ""));
    for (Comparison pair : comparisons) {
      rows.add(
          List.of(
              pair.first() + " - " + pair.second(),
              pair.label(),
              Numbers.signed(pair.difference().mean()),
              Numbers.signed(pair.difference().low())
                  + " to "
                  + Numbers.signed(pair.difference().high()),
              pair.difference().significant() ? "significant" : "may be chance"));
    }
    out.append(comparisons.isEmpty() ? "" : '\n' + TextTable.of(rows));
  }
}
