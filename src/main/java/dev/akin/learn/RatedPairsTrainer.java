package dev.akin.learn;

import dev.akin.model.RatingScorer;

/// [RatingTrainer] behind the contract of every algorithm: the strengths are ratings here, zero and
/// negative ones included, and attributes of users and items enter where they are known.
public final class RatedPairsTrainer implements Trainer {
  private final RatingTrainer trainer;
  private final TrainingContext context;

  public RatedPairsTrainer(RatingTrainer trainer, TrainingContext context) {
    this.trainer = trainer;
    this.context = context;
  }

  @Override
  public String name() {
    return "ratings";
  }

  @Override
  public RatingScorer fit(Interactions interactions) {
    return new RatingScorer(trainer.fit(context.ratings(interactions.strengths())));
  }

  @Override
  public MemoryNeed memory(TrainingMemory size) {
    return trainer.memory(
        size, context.userAttributes().columns(), context.itemAttributes().columns());
  }
}
