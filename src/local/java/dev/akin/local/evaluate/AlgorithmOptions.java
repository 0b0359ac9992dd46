package dev.akin.local.evaluate;

import dev.akin.learn.Algorithm;
import dev.akin.learn.Algorithms;
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
      description = "in the order of the report; default: als,item-knn,popularity")
  List<String> names = List.of("als", "item-knn", "popularity");

  @Option(
      names = "--set",
      paramLabel = "ALGORITHM.PARAMETER=VALUE",
      split = ",",
      description = "other parameters than the defaults, e.g. als.factors=128")
  Map<String, Double> parameters = Map.of();

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

  List<Long> seeds() {
    List<Long> given = Objects.requireNonNullElseGet(several, () -> List.of(seed));
    if (given.stream().distinct().count() != given.size()) {
      throw new BadInputException("--seeds: every seed once only");
    }
    return given;
  }

  List<Algorithm> chosen() {
    return names.stream().distinct().map(AlgorithmOptions::named).toList();
  }

  /// Refuses misspelt names before anything takes time.
  void requireKnown() {
    chosen();
    for (String key : parameters.keySet()) {
      int dot = key.indexOf('.');
      if (dot < 0 || !names.contains(key.substring(0, dot))) {
        throw new BadInputException(
            "--set " + key + ": write algorithm.parameter=value for one of " + names);
      }
    }
  }

  /// The parameters given for one algorithm.
  Map<String, Double> of(Algorithm algorithm) {
    String prefix = algorithm.name() + ".";
    Map<String, Double> own = new TreeMap<>();
    parameters.forEach((key, value) -> {
      if (key.startsWith(prefix)) {
        own.put(key.substring(prefix.length()), value);
      }
    });
    return own;
  }

  private static Algorithm named(String name) {
    return Algorithms.named(name)
        .orElseThrow(() ->
            new BadInputException(
                "--algorithms: there is no "
                    + name
                    + ", only "
                    + Algorithms.all().stream()
                        .map(Algorithm::name)
                        .collect(Collectors.joining(", "))));
  }
}
