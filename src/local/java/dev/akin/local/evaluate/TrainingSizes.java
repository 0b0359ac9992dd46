package dev.akin.local.evaluate;

import dev.akin.evaluate.Experiment;
import dev.akin.learn.Algorithm;
import dev.akin.learn.Parameter;
import dev.akin.learn.TrainingTooLargeException;
import dev.akin.local.HeapSpace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Which trainings cannot fit into the heap, and what would help.
///
/// @param experiment that they are meant for
/// @param options with the parameters that are asked for
record TrainingSizes(Experiment experiment, AlgorithmOptions options) {
  /// What a model's size grows with, the most effective first.
  private static final List<String> SIZES = List.of("factors", "hidden", "rank", "neighbours");

  /// Why an algorithm will not do, before any time is spent; a search may find what fits.
  Optional<String> objection(Algorithm algorithm) {
    if (options.tune && !algorithm.space().ranges().isEmpty()) {
      return Optional.empty();
    }
    try {
      experiment.requireRoom(algorithm, options.of(algorithm));
      return Optional.empty();
    } catch (TrainingTooLargeException tooLarge) {
      return Optional.of(objection(algorithm, tooLarge));
    }
  }

  /// One sentence: what is missing and how to get it.
  String objection(Algorithm algorithm, TrainingTooLargeException tooLarge) {
    String said = algorithm.name() + " is left out: " + tooLarge.getMessage();
    if (tooLarge.missing() == 0) {
      return said;
    }
    long heap = JvmHeap.larger(tooLarge.missing());
    return said
        + "; "
        + HeapSpace.remedy(heap)
        + smaller(algorithm).map(setting -> ", or " + setting).orElse("")
        + ", or leave it out of --algorithms";
  }

  /// The first half, quarter, ... of a parameter that fits.
  private Optional<String> smaller(Algorithm algorithm) {
    Map<String, Parameter> parameters = algorithm.parameters();
    for (String name : SIZES) {
      Parameter parameter = parameters.get(name);
      if (parameter != null) {
        double given = options.of(algorithm).getOrDefault(name, parameter.orElse());
        for (double value = Math.floor(given / 2); value >= 2; value = Math.floor(value / 2)) {
          if (fits(algorithm, name, value)) {
            return Optional.of("--set " + algorithm.name() + "." + name + "=" + (int) value);
          }
        }
      }
    }
    return Optional.empty();
  }

  private boolean fits(Algorithm algorithm, String name, double value) {
    Map<String, Double> parameters = new TreeMap<>(options.of(algorithm));
    parameters.put(name, value);
    try {
      experiment.requireRoom(algorithm, parameters);
      return true;
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }
}
