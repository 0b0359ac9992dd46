package dev.akin.local.evaluate;
import dev.akin.evaluate.EvaluationReport;
final class ReportPage {
  private ReportPage() {}
  static String of(EvaluationReport report) { return report.setup().data(); }
}
