package dev.akin.learn;

import java.util.function.Function;

/// An algorithm by name: how to make its trainer and what to tune.
///
/// @param name as on the command line, lower-case letters, digits and dashes
/// @param feedback what its scores mean
/// @param trainers makes a trainer; refuses parameters out of range with IllegalArgumentException
public record Algorithm(
    String name,
    Feedback feedback,
    SearchSpace space,
    Function<TrainingSettings, Trainer> trainers) {
  public Algorithm {
    if (!name.matches("[a-z][a-z0-9-]{0,31}")) {
      throw new IllegalArgumentException("not the name of an algorithm: " + name);
    }
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
}
