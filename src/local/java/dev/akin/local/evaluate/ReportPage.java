package dev.akin.local.evaluate;

import dev.akin.evaluate.EvaluationReport;
import dev.akin.evaluate.EvaluationReport.AlgorithmReport;
import dev.akin.evaluate.EvaluationReport.SliceScore;
import dev.akin.evaluate.TuningResult;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The report as one page that needs nothing else: no scripts, no fonts, no network. Every drawing
/// has its numbers in a table.
final class ReportPage {
  /// Metrics that are drawn; all are in the table.
  private static final List<String> DRAWN =
      List.of("ndcg", "recall", "precision", "map", "mrr", "hitRate");

  /// What is drawn of many slices; all are in the table.
  private static final int MOST_SLICES = 16;

  private static final int SMALLEST_SLICE = 20;

  private final EvaluationReport report;
  private final int cut;
  private final StringBuilder out = new StringBuilder();

  private ReportPage(EvaluationReport report) {
    this.report = report;
    cut = report.setup().cuts().getFirst();
  }

  static String of(EvaluationReport report) {
    ReportPage page = new ReportPage(report);
    page.head();
    page.quality();
    page.differences();
    page.coverage();
    page.slices();
    page.curves();
    page.tunings();
    page.method();
    return page.out.append("</main></body></html>\n").toString();
  }

  private void head() {
    String title = "Evaluation of " + report.setup().data();
    out.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    out.append("<title>").append(Markup.escaped(title)).append("</title><style>");
    out.append(PageStyle.CSS).append("</style></head><body>");
    out.append("<a class=\"skip\" href=\"#quality\">Skip to the results</a><main>");
    out.append("<h1>").append(Markup.escaped(title)).append("</h1>");
    out.append("<p class=\"lead\">").append(Markup.escaped(PageSummary.of(report)));
    out.append("</p>");
    navigation();
    facts();
  }

  private void navigation() {
    Map<String, String> sections = new LinkedHashMap<>();
    sections.put("quality", "Quality");
    sections.put("differences", "Differences");
    sections.put("coverage", "Coverage");
    sections.put("slices", "Slices");
    if (!Plots.curves(report.algorithms()).isEmpty()) {
      sections.put("curves", "Learning curves");
    }
    if (!report.tunings().isEmpty()) {
      sections.put("tuning", "Tuning");
    }
    sections.put("method", "Method");
    out.append("<nav aria-label=\"Sections\"><ul>");
    sections.forEach(
        (id, name) -> out.append("<li><a href=\"#" + id + "\">").append(name).append("</a></li>"));
    out.append("</ul></nav>");
  }

  private void facts() {
    out.append("<dl class=\"facts\">");
    fact("Protocol", report.setup().protocol());
    fact("Candidates", report.setup().candidates());
    report.setup().counts().forEach((name, count) -> fact(name, Numbers.count(count)));
    if (report.setup().seeds().size() > 1) {
      fact("Seeds (means over all)", report.setup().seeds().toString());
    }
    out.append("</dl>");
  }

  private void fact(String name, String value) {
    out.append("<div><dt>").append(Markup.escaped(name)).append("</dt><dd>");
    out.append(Markup.escaped(value)).append("</dd></div>");
  }

  private void section(String id, String title, String text) {
    out.append("<h2 id=\"").append(id).append("\">").append(title).append("</h2><p>");
    out.append(Markup.escaped(text)).append("</p>");
  }

  private void figure(String caption, String note, String svg, String style) {
    out.append("<figure class=\"").append(style).append("\"><figcaption>");
    out.append(Markup.escaped(caption)).append(" <span>").append(Markup.escaped(note));
    out.append("</span></figcaption>").append(svg).append("</figure>");
  }

  private void quality() {
    section(
        "quality",
        "Quality",
        "How much of what was hidden each algorithm found. The dot is the mean over users, the bar"
            + " around it the 95 % interval.");
    out.append("<div class=\"grid\">");
    for (String key : DRAWN) {
      first()
          .score(key + "@" + cut)
          .ifPresent(
              score -> figure(score.heading(), "", Plots.quality(report.algorithms(), score), ""));
    }
    out.append("</div>");
    out.append(PageTables.scores(report));
  }

  private void differences() {
    section(
        "differences",
        "Paired differences",
        "The same users with one algorithm and with the other. Where the interval leaves zero, the"
            + " difference is more than chance. All pairs are in the table below.");
    for (String label : LeadingPairs.labels(report)) {
      LeadingPairs pairs = LeadingPairs.of(report, label);
      figure(label, "the best against every other", Plots.differences(pairs.best()), "wide");
      if (!pairs.baselines().isEmpty()) {
        String note = "the others against what they should beat";
        figure(label, note, Plots.differences(pairs.baselines()), "wide");
      }
    }
    out.append(report.comparisons().isEmpty() ? "<p>Only one algorithm ran.</p>" : "");
    out.append(PageTables.comparisons(report.comparisons()));
  }

  private void coverage() {
    section(
        "coverage",
        "Coverage against popularity",
        "Up is more of the catalogue, left is less obvious. An algorithm in the lower right corner"
            + " shows everybody the same best sellers.");
    figure("Lists of " + cut, "", Plots.coverage(report.algorithms(), cut), "wide");
  }

  private void slices() {
    List<SliceScore> slices = first().slices();
    List<Integer> drawn = drawnSlices(slices);
    int others = slices.size() - drawn.size();
    section(
        "slices",
        "Slices",
        "Recall@"
            + cut
            + " for some of the users, or of the hidden items of one kind; the thin line is the"
            + " 95 % interval. All slices share one scale."
            + (others == 0 ? "" : " " + others + " smaller ones are in the table only."));
    double most =
        report.algorithms().stream()
            .flatMap(algorithm -> drawn.stream().map(algorithm.slices()::get))
            .mapToDouble(slice -> Plots.top(slice.quality()))
            .max()
            .orElse(1);
    out.append("<div class=\"grid\">");
    for (int s : drawn) {
      SliceScore slice = slices.get(s);
      String note = Numbers.count(slice.size()) + " " + slice.kind();
      figure(slice.name(), note, Plots.slice(report.algorithms(), s, most), "");
    }
    out.append("</div>").append(PageTables.slices(report.algorithms()));
  }

  /// The numbers of the largest slices, in the order of the report. The intervals of very small
  /// ones would set the scale of all.
  private static List<Integer> drawnSlices(List<SliceScore> slices) {
    return IntStream.range(0, slices.size())
        .boxed()
        .filter(s -> slices.get(s).size() >= SMALLEST_SLICE || slices.size() <= MOST_SLICES / 2)
        .sorted(Comparator.comparingDouble(s -> -slices.get(s).share()))
        .limit(MOST_SLICES)
        .sorted()
        .toList();
  }

  private void curves() {
    List<String> curves = Plots.curves(report.algorithms());
    if (curves.isEmpty()) {
      return;
    }
    section("curves", "Learning curves", "What the trainers reported after each round.");
    for (String curve : curves) {
      figure(curve, "first seed", Plots.curve(report.algorithms(), curve), "wide");
    }
  }

  private void tunings() {
    if (report.tunings().isEmpty()) {
      return;
    }
    section(
        "tuning",
        "Tuning",
        "Found on a validation part cut from the training part; nothing tested was seen.");
    for (TuningResult tuning : report.tunings()) {
      out.append("<h3>").append(Markup.escaped(tuning.algorithm())).append("</h3><p>");
      out.append(Markup.escaped(Numbers.parameters(tuning.best()))).append("</p>");
      out.append(PageTables.trials(tuning));
    }
  }

  private void method() {
    section(
        "method",
        "Method",
        "Every algorithm ranked "
            + report.setup().candidates()
            + " for every test user, without the items of the user's own history. Intervals are"
            + " percentile bootstraps over users. Users without a hidden item are left out; hidden"
            + " items that no training saw count as missed unless asked otherwise.");
    out.append("<dl class=\"facts\">");
    report.setup().skipped().forEach((name, count) -> fact(name, Numbers.count(count)));
    out.append("</dl>");
    out.append(report.setup().notes().isEmpty() ? "" : "<h3>Notes</h3><ul>");
    for (String note : report.setup().notes()) {
      out.append("<li>").append(Markup.escaped(note)).append("</li>");
    }
    out.append(report.setup().notes().isEmpty() ? "" : "</ul>");
    out.append("<h3>Algorithms</h3><ul>");
    for (AlgorithmReport algorithm : report.algorithms()) {
      String text = algorithm.name() + ": " + Numbers.parameters(algorithm.parameters());
      out.append("<li>").append(Markup.escaped(text)).append("</li>");
    }
    out.append("</ul>");
  }

  private AlgorithmReport first() {
    return report.algorithms().getFirst();
  }
}
