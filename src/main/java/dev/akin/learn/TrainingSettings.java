package dev.akin.learn;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What a trainer is made from by name: parameters by name, and what every trainer needs. It notes
/// which parameters were asked for, so that a misspelt one is refused instead of ignored. For one
/// trainer, on one thread.
public final class TrainingSettings {
  private final Map<String, Double> values;
  private final long seed;
  private final int threads;
  private final TrainingProgress progress;
  private final TrainingContext context;
  private final Map<String, Parameter> known = new TreeMap<>();

  /// @param values parameters that differ from the algorithm's defaults, e.g. `factors` = 64
  /// @param seed of everything random
  /// @param threads has no influence on the result
  /// @param progress told after each round
  public TrainingSettings(
      Map<String, Double> values, long seed, int threads, TrainingProgress progress) {
    this(values, seed, threads, progress, TrainingContext.EMPTY);
  }

  private TrainingSettings(
      Map<String, Double> values,
      long seed,
      int threads,
      TrainingProgress progress,
      TrainingContext context) {
    this.values = Map.copyOf(values);
    this.seed = seed;
    this.threads = threads;
    this.progress = progress;
    this.context = context;
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
    return new TrainingSettings(other, seed, threads, progress, context);
  }

  /// The same with what else is known.
  public TrainingSettings withContext(TrainingContext other) {
    return new TrainingSettings(values, seed, threads, progress, other);
  }

  public TrainingContext context() {
    return context;
  }

  /// A parameter, or the default if nothing else was asked for.
  public double value(String name, double orElse) {
    known.put(name, new Parameter(orElse, List.of()));
    return values.getOrDefault(name, orElse);
  }

  /// A whole-numbered parameter, or the default if nothing else was asked for.
  public int whole(String name, int orElse) {
    double value = value(name, orElse);
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          name + " must be a whole number of at most " + Integer.MAX_VALUE + ", was " + value);
    }
    return (int) value;
  }

  /// One of a few, or the default if nothing else was asked for. Its number is its place.
  public <E extends Enum<E>> E choice(String name, E orElse) {
    E[] all = orElse.getDeclaringClass().getEnumConstants();
    int place = whole(name, orElse.ordinal());
    Ranges.require(name, place, 0, all.length - 1);
    known.put(
        name,
        new Parameter(
            orElse.ordinal(),
            Arrays.stream(all)
                .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList()));
    return all[place];
  }

  /// What the trainer asked for so far.
  Map<String, Parameter> known() {
    return Collections.unmodifiableMap(known);
  }

  /// Refuses parameters that the trainer of `algorithm` did not ask for.
  void requireAllKnown(String algorithm) {
    for (String name : values.keySet()) {
      if (!known.containsKey(name)) {
        throw new IllegalArgumentException(
            algorithm
                + " has no parameter "
                + name
                + (known.isEmpty() ? "" : ", only " + String.join(", ", known.keySet())));
      }
    }
  }
}
