package dev.akin.learn;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What a trainer is made from by name: parameters by name, and what every trainer needs. It notes
/// which parameters were asked for, so that a misspelt one is refused instead of ignored. For one
/// trainer, on one thread.
public final class TrainingSettings {
  private final Map<String, Double> values;
  private final long seed;
  private final int threads;
  private final TrainingProgress progress;
  private final Set<String> known = new TreeSet<>();

  /// @param values parameters that differ from the algorithm's defaults, e.g. `factors` = 64
  /// @param seed of everything random
  /// @param threads has no influence on the result
  /// @param progress told after each round
  public TrainingSettings(
      Map<String, Double> values, long seed, int threads, TrainingProgress progress) {
    this.values = Map.copyOf(values);
    this.seed = seed;
    this.threads = threads;
    this.progress = progress;
  }

  /// Default parameters, nobody told.
  public static TrainingSettings of(long seed, int threads) {
    return new TrainingSettings(Map.of(), seed, threads, TrainingProgress.NONE);
  }

  public long seed() {
    return seed;
  }

  public int threads() {
    return threads;
  }

  public TrainingProgress progress() {
    return progress;
  }

  /// The same with other parameters.
  public TrainingSettings withValues(Map<String, Double> other) {
    return new TrainingSettings(other, seed, threads, progress);
  }

  /// A parameter, or the default if nothing else was asked for.
  public double value(String name, double orElse) {
    known.add(name);
    return values.getOrDefault(name, orElse);
  }

  /// A whole-numbered parameter, or the default if nothing else was asked for.
  public int whole(String name, int orElse) {
    return Math.toIntExact(Math.round(value(name, orElse)));
  }

  /// Refuses parameters that the trainer of `algorithm` did not ask for.
  void requireAllKnown(String algorithm) {
    for (String name : values.keySet()) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            algorithm
                + " has no parameter "
                + name
                + (known.isEmpty() ? "" : ", only " + String.join(", ", known)));
      }
    }
  }
}
