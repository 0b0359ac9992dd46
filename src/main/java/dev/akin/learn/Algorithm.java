package dev.akin.learn;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// An algorithm by name: how to make its trainer and what to tune.
///
/// @param name as on the command line, lower-case letters, digits and dashes
/// @param feedback what its scores mean
/// @param needs what must be known beside the pairs
/// @param trainers makes a trainer; refuses parameters out of range with IllegalArgumentException
public record Algorithm(
    String name,
    Feedback feedback,
    Set<Need> needs,
    SearchSpace space,
    Function<TrainingSettings, Trainer> trainers) {
  public Algorithm {
    needs = Set.copyOf(needs);
    if (!name.matches("[a-z][a-z0-9-]{0,31}")) {
      throw new IllegalArgumentException("not the name of an algorithm: " + name);
    }
  }

  /// An algorithm that needs nothing but pairs.
  public Algorithm(
      String name,
      Feedback feedback,
      SearchSpace space,
      Function<TrainingSettings, Trainer> trainers) {
    this(name, feedback, Set.of(), space, trainers);
  }

  /// What the algorithm learns from, and so what its scores say.
  public enum Feedback {
    /// Liked pairs: scores order items.
    IMPLICIT,
    /// Values of pairs: scores predict the value.
    RATINGS
  }

  /// @throws IllegalArgumentException if a parameter is unknown or out of range
  public Trainer trainer(TrainingSettings settings) {
    Trainer trainer = trainers.apply(settings);
    settings.requireAllKnown(name);
    return trainer;
  }

  /// All parameters with their defaults, by name.
  public Map<String, Parameter> parameters() {
    TrainingSettings settings = TrainingSettings.of(0, 1);
    var _ = trainers.apply(settings);
    return settings.known();
  }

  /// A parameter's value as a number: a number already, or the word for it.
  ///
  /// @throws IllegalArgumentException naming what is possible
  public double value(String parameter, String text) {
    Parameter known = parameters().get(parameter);
    if (known == null) {
      throw new IllegalArgumentException(
          name + " has no parameter " + parameter + ", only " + parameters().keySet());
    }
    return known.value(parameter, text);
  }
}
