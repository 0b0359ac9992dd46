package dev.akin.learn;

import java.util.Map;

/// What a trainer is made from by name: parameters by name, and what every trainer needs.
///
/// @param values parameters that differ from the algorithm's defaults, e.g. `factors` = 64
/// @param seed of everything random
/// @param threads has no influence on the result
/// @param progress told after each round
public record TrainingSettings(
    Map<String, Double> values, long seed, int threads, TrainingProgress progress) {
  public TrainingSettings {
    values = Map.copyOf(values);
  }

  /// Default parameters, nobody told.
  public static TrainingSettings of(long seed, int threads) {
    return new TrainingSettings(Map.of(), seed, threads, TrainingProgress.NONE);
  }

  /// The same with other parameters.
  public TrainingSettings withValues(Map<String, Double> other) {
    return new TrainingSettings(other, seed, threads, progress);
  }

  /// A parameter, or the default if nothing else was asked for.
  public double value(String name, double orElse) {
    return values.getOrDefault(name, orElse);
  }

  /// A whole-numbered parameter, or the default if nothing else was asked for.
  public int whole(String name, int orElse) {
    return (int) Math.round(value(name, orElse));
  }
}
