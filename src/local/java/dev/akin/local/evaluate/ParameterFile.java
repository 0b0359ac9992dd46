package dev.akin.local.evaluate;

import dev.akin.evaluate.EvaluationReport;
import dev.akin.evaluate.TuningResult;
import dev.akin.learn.Algorithm;
import dev.akin.learn.Algorithms;
import dev.akin.learn.Parameter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Parameters as lines `algorithm.parameter=value`, as `--set` takes them; lines that start with
/// `#` are remarks.
final class ParameterFile {
  private ParameterFile() {}

  static Map<String, String> read(Path file) {
    Map<String, String> parameters = new TreeMap<>();
    TextLines.forEach(
        file,
        (number, line) -> {
          int equals = line.indexOf('=');
          if (line.isBlank() || line.startsWith("#")) {
            return;
          }
          if (equals < 0) {
            throw BadInputException.at(file, number, "write algorithm.parameter=value");
          }
          parameters.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
        });
    return parameters;
  }

  static String of(Algorithm algorithm, Map<String, Double> values) {
    Map<String, Parameter> known = algorithm.parameters();
    StringBuilder text = new StringBuilder();
    new TreeMap<>(values)
        .forEach((name, value) -> {
          Parameter parameter = known.get(name);
          String shown = parameter == null ? Double.toString(value) : parameter.text(value);
          text.append(algorithm.name()).append('.').append(name).append('=').append(shown);
          text.append('\n');
        });
    return text.toString();
  }

  /// What the first run's tuning found.
  static String best(EvaluationReport report) {
    StringBuilder text = new StringBuilder("# tuned on ").append(report.setup().data());
    text.append(", ").append(report.setup().protocol()).append('\n');
    Set<String> written = new HashSet<>();
    for (TuningResult tuning : report.tunings()) {
      if (written.add(tuning.algorithm())) {
        Algorithms.named(tuning.algorithm()).ifPresent(one -> text.append(of(one, tuning.best())));
      }
    }
    return text.toString();
  }
}
