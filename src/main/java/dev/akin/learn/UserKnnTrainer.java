package dev.akin.learn;

import dev.akin.model.UserNeighbourModel;

/// Keeps every user's row for [UserNeighbourModel], which has formula and source: all the work is
/// done when a history asks for its neighbours. Costs two passes over the interactions; the model
/// holds a copy by item and refers to the rows it was given. Safe for concurrent use.
public final class UserKnnTrainer implements Trainer {
  private final UserKnnParameters parameters;

  public UserKnnTrainer(UserKnnParameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public String name() {
    return "user-knn";
  }

  /// The one trainer whose model shares the interactions, which are immutable by convention.
  @Override
  public UserNeighbourModel fit(Interactions interactions) {
    return new UserNeighbourModel(
        interactions.notNegative(),
        parameters.similarity(),
        parameters.neighbours(),
        parameters.shrinkage());
  }

  @Override
  public MemoryNeed memory(TrainingMemory size) {
    long kept = size.transposed() + 2L * Double.BYTES * size.users();
    return new MemoryNeed(size.input() + kept, kept);
  }
}
