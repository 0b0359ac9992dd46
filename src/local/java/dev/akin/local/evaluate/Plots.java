package dev.akin.local.evaluate;

import dev.akin.evaluate.EvaluationReport.AlgorithmReport;
import dev.akin.evaluate.EvaluationReport.Comparison;
import dev.akin.evaluate.EvaluationReport.Score;
import dev.akin.evaluate.EvaluationReport.SliceScore;
import dev.akin.evaluate.metric.Interval;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The drawings of the page. Series are told apart by their written name, not by colour alone.
final class Plots {
  private static final int COLOURS = 8;
  private static final int ROW = 26;
  private static final int NAMES = 132;

  private Plots() {}

  static String series(int number) {
    return "s" + number % COLOURS;
  }

  /// One metric: a dot per algorithm with its interval.
  static String quality(List<AlgorithmReport> algorithms, Score metric) {
    List<Score> scores =
        algorithms.stream().flatMap(a -> a.score(metric.label()).stream()).toList();
    double most = scores.stream().mapToDouble(s -> top(s.interval())).max().orElse(1);
    int width = 440;
    int height = 34 + ROW * algorithms.size();
    Axis axis = Axis.over(0, most, NAMES, width - 70);
    Svg svg = new Svg(width, height, metric.heading() + " per algorithm with 95 % intervals");
    ticks(svg, axis, height - 26);
    for (int a = 0; a < scores.size(); a++) {
      Interval interval = scores.get(a).interval();
      double y = 16 + ROW * a;
      String name = algorithms.get(a).name();
      svg.text(NAMES - 10, y + 4, "name end", name);
      whisker(svg, axis, interval, y, series(a));
      svg.dot(
          axis.at(interval.mean()),
          y,
          series(a),
          name + ": " + Numbers.value(interval.mean()) + " (" + Numbers.ends(interval) + ")");
      svg.text(width - 58, y + 4, "number", Numbers.value(interval.mean()));
    }
    return svg.end();
  }

  /// Paired differences around zero.
  static String differences(List<Comparison> pairs) {
    Stream<Double> ends =
        pairs.stream().flatMap(p -> Stream.of(p.difference().low(), p.difference().high()));
    List<Double> finite = ends.filter(Double::isFinite).toList();
    double least = finite.stream().mapToDouble(d -> d).min().orElse(-1);
    double most = finite.stream().mapToDouble(d -> d).max().orElse(1);
    int width = 760;
    int height = 34 + ROW * pairs.size();
    int left = 260;
    Axis axis = Axis.over(Math.min(0, least), Math.max(0, most), left, width - 150);
    Svg svg = new Svg(width, height, "Paired differences with 95 % intervals; zero: no difference");
    ticks(svg, axis, height - 26);
    svg.line(axis.at(0), 4, axis.at(0), height - 26, "zero");
    for (int p = 0; p < pairs.size(); p++) {
      Comparison pair = pairs.get(p);
      double y = 16 + ROW * p;
      String style = pair.difference().significant() ? "strong" : "weak";
      svg.text(left - 12, y + 4, "name end", pair.first() + " − " + pair.second());
      whisker(svg, axis, pair.difference(), y, style);
      svg.dot(axis.at(pair.difference().mean()), y, style, Numbers.ends(pair.difference()));
      svg.text(
          width - 138,
          y + 4,
          "number",
          pair.difference().significant() ? "significant" : "chance?");
    }
    return svg.end();
  }

  /// How much of the catalogue is shown against how popular it is.
  static String coverage(List<AlgorithmReport> algorithms, int cut) {
    int width = 560;
    int height = 320;
    Axis x = Axis.over(0, most(algorithms, "popularity@" + cut), 64, width - 120);
    Axis y = Axis.over(0, most(algorithms, "coverage@" + cut), height - 46, 16);
    Svg svg = new Svg(width, height, "Catalogue coverage against mean popularity of the lists");
    ticks(svg, x, height - 46);
    for (double tick : y.ticks()) {
      svg.line(64, y.at(tick), width - 120, y.at(tick), "grid");
      svg.text(56, y.at(tick) + 4, "tick end", y.label(tick));
    }
    svg.text((width - 56) / 2.0, height - 6, "axis middle", "mean popularity (training users)");
    svg.text(64, 10, "axis", "coverage");
    double[] across = places(algorithms, "popularity@" + cut, x);
    double[] up = places(algorithms, "coverage@" + cut, y);
    Labels labels = new Labels(14, height - 40);
    for (int a = 0; a < algorithms.size(); a++) {
      svg.dot(across[a], up[a], series(a), algorithms.get(a).name());
      labels.mark(across[a], up[a]);
    }
    for (int a = 0; a < algorithms.size(); a++) {
      label(svg, labels, across[a], up[a], algorithms.get(a).name());
    }
    return svg.end();
  }

  private static double[] places(List<AlgorithmReport> algorithms, String label, Axis axis) {
    return algorithms.stream().mapToDouble(a -> axis.at(mean(a, label))).toArray();
  }

  /// A name beside its mark, or a little above or below with a line to it.
  private static void label(Svg svg, Labels labels, double x, double y, String name) {
    double middle = labels.place(x + 12, y, name);
    if (middle != y) {
      svg.line(x + 4, y, x + 11, middle, "interval");
    }
    svg.text(x + 12, middle + 4, "name", name);
  }

  /// Recall of every algorithm on one slice.
  static String slice(List<AlgorithmReport> algorithms, int number, double most) {
    int width = 440;
    int height = 10 + ROW * algorithms.size();
    SliceScore first = algorithms.getFirst().slices().get(number);
    Axis axis = Axis.over(0, most, NAMES, width - 70);
    Svg svg = new Svg(width, height, "Recall per algorithm: " + first.name());
    for (int a = 0; a < algorithms.size(); a++) {
      Interval quality = algorithms.get(a).slices().get(number).quality();
      double y = 16 + ROW * a;
      svg.text(NAMES - 10, y + 4, "name end", algorithms.get(a).name());
      svg.bar(NAMES, y - 8, axis.at(quality.mean()) - NAMES, 16, series(a));
      svg.line(axis.at(quality.low()), y, axis.at(quality.high()), y, "interval");
      svg.text(width - 58, y + 4, "number", Numbers.value(quality.mean()));
    }
    return svg.end();
  }

  /// The learning curves with one name, of all trainers that told it.
  static String curve(List<AlgorithmReport> algorithms, String curve) {
    int width = 560;
    int height = 280;
    List<Double> all =
        algorithms.stream()
            .flatMap(a -> a.curves().getOrDefault(curve, List.of()).stream())
            .toList();
    int rounds =
        algorithms.stream()
            .mapToInt(a -> a.curves().getOrDefault(curve, List.of()).size())
            .max()
            .orElse(1);
    Axis x = Axis.over(1, Math.max(2, rounds), 70, width - 120);
    Axis y =
        Axis.over(
            all.stream().mapToDouble(d -> d).min().orElse(0),
            all.stream().mapToDouble(d -> d).max().orElse(1),
            height - 46,
            16);
    Svg svg = new Svg(width, height, "Learning curve: " + curve);
    ticks(svg, x, height - 46);
    for (double tick : y.ticks()) {
      svg.line(70, y.at(tick), width - 120, y.at(tick), "grid");
      svg.text(62, y.at(tick) + 4, "tick end", y.label(tick));
    }
    svg.text((width - 50) / 2.0, height - 6, "axis middle", "round");
    Labels labels = new Labels(4, height - 20);
    for (int a = 0; a < algorithms.size(); a++) {
      List<Double> values = algorithms.get(a).curves().getOrDefault(curve, List.of());
      StringBuilder points = new StringBuilder();
      for (int round = 0; round < values.size(); round++) {
        points.append(Svg.point(x.at(round + 1.0), y.at(values.get(round))));
      }
      if (!values.isEmpty()) {
        svg.path(points.toString(), "curve " + series(a));
        label(svg, labels, x.at(values.size()), y.at(values.getLast()), algorithms.get(a).name());
      }
    }
    return svg.end();
  }

  /// All names of curves that any trainer told.
  static List<String> curves(List<AlgorithmReport> algorithms) {
    return new ArrayList<>(
        algorithms.stream()
            .map(AlgorithmReport::curves)
            .map(Map::keySet)
            .flatMap(Collection::stream)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  static double top(Interval interval) {
    return Double.isNaN(interval.high()) ? interval.mean() : interval.high();
  }

  private static void whisker(Svg svg, Axis axis, Interval interval, double y, String style) {
    if (Double.isNaN(interval.low())) {
      return;
    }
    svg.line(axis.at(interval.low()), y, axis.at(interval.high()), y, "whisker " + style);
  }

  private static void ticks(Svg svg, Axis axis, double bottom) {
    for (double tick : axis.ticks()) {
      svg.line(axis.at(tick), 4, axis.at(tick), bottom, "grid");
      svg.text(axis.at(tick), bottom + 16, "tick middle", axis.label(tick));
    }
  }

  private static double most(List<AlgorithmReport> algorithms, String label) {
    return algorithms.stream().mapToDouble(a -> mean(a, label)).max().orElse(1);
  }

  private static double mean(AlgorithmReport algorithm, String label) {
    return algorithm.score(label).map(score -> score.interval().mean()).orElse(0.0);
  }
}
