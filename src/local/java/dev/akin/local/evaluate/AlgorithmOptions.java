package dev.akin.local.evaluate;

import dev.akin.learn.Algorithm;
import dev.akin.learn.Algorithms;
import dev.akin.learn.TrainingSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which algorithms run, with which parameters and seeds.
final class AlgorithmOptions {
  @Option(
      names = "--algorithms",
      paramLabel = "NAMES",
      split = ",",
      description = "in the order of the report, or all; default: all that the data allow")
  List<String> names = List.of();

  @Option(
      names = "--set",
      paramLabel = "ALGORITHM.PARAMETER=VALUE",
      split = ",",
      description = "other parameters than the defaults, e.g. als.factors=128")
  Map<String, String> given = Map.of();

  @Option(
      names = "--parameters",
      paramLabel = "FILE",
      description = "the same from a file, as --best-parameters writes it")
  @Nullable Path file;

  @Option(
      names = "--best-parameters",
      paramLabel = "FILE",
      description = "with --tune: write what was found, for --parameters")
  @Nullable Path bestFile;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "of the split, training and intervals (default: ${DEFAULT-VALUE})")
  long seed = 42;

  @Option(
      names = "--seeds",
      paramLabel = "N,N,...",
      split = ",",
      description = "one run per seed, means over all")
  @Nullable List<Long> several;

  @Option(
      names = "--tune",
      description = "search parameters on a validation part of the training part first")
  boolean tune;

  @Option(
      names = "--trials",
      paramLabel = "N",
      defaultValue = "27",
      description = "of the tuning (default: ${DEFAULT-VALUE})")
  int trials = 27;

  private final Map<String, Map<String, Double>> parameters = new TreeMap<>();

  List<Long> seeds() {
    List<Long> given = Objects.requireNonNullElseGet(several, () -> List.of(seed));
    if (given.stream().distinct().count() != given.size()) {
      throw new BadInputException("--seeds: every seed once only");
    }
    return given;
  }

  /// Whether nobody named algorithms, so that some may be left out.
  boolean anyWillDo() {
    return names.isEmpty() || names.equals(List.of("all"));
  }

  List<Algorithm> chosen() {
    return anyWillDo()
        ? Algorithms.all()
        : names.stream().distinct().map(AlgorithmOptions::named).toList();
  }

  /// Refuses misspelt names and parameters before anything takes time.
  void requireKnown() {
    List<String> chosen = chosen().stream().map(Algorithm::name).toList();
    parameters.clear();
    if (file != null) {
      ParameterFile.read(file)
          .forEach((key, value) -> {
            if (chosen.contains(algorithmOf(key))) {
              put(key, value, file.toString());
            }
          });
    }
    for (Map.Entry<String, String> entry : given.entrySet()) {
      if (!chosen.contains(algorithmOf(entry.getKey()))) {
        throw new BadInputException(
            "--set " + entry.getKey() + ": write algorithm.parameter=value for one of " + chosen);
      }
      put(entry.getKey(), entry.getValue(), "--set");
    }
    chosen().forEach(one -> one.trainer(TrainingSettings.of(seed, 1).withValues(of(one))));
    if (trials < 1) {
      throw new BadInputException("--trials must be positive, was " + trials);
    }
    if (bestFile != null && !tune) {
      throw new BadInputException("--best-parameters needs --tune");
    }
  }

  private void put(String key, String text, String source) {
    String algorithm = algorithmOf(key);
    String parameter = key.substring(algorithm.length() + 1);
    try {
      double value = named(algorithm).value(parameter, text);
      parameters.computeIfAbsent(algorithm, _ -> new TreeMap<>()).put(parameter, value);
    } catch (IllegalArgumentException refused) {
      throw new BadInputException(source + " " + key + ": " + refused.getMessage());
    }
  }

  /// What stands before the point, empty if there is none.
  private static String algorithmOf(String key) {
    return key.substring(0, Math.max(0, key.indexOf('.')));
  }

  /// The parameters given for one algorithm.
  Map<String, Double> of(Algorithm algorithm) {
    return parameters.getOrDefault(algorithm.name(), Map.of());
  }

  private static Algorithm named(String name) {
    return Algorithms.named(name)
        .orElseThrow(() ->
            new BadInputException(
                "--algorithms: "
                    + (name.isBlank() ? "a name is empty" : "there is no " + name)
                    + ", choose from "
                    + Algorithms.all().stream()
                        .map(Algorithm::name)
                        .collect(Collectors.joining(", "))));
  }
}
