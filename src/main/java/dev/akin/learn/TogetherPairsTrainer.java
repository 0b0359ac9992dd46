package dev.akin.learn;

import dev.akin.model.NeighbourModel;

/// [TogetherTrainer] as a recommender: what goes with the items of the history, strongest first.
///
/// Baskets are those of [BasketBuilder]. Costs a sort of every user's pairs by time beside the
/// training. Without pairs every list is empty and every score zero. Nothing is random; safe for
/// concurrent use.
public final class TogetherPairsTrainer implements Trainer {
  private final TogetherTrainer trainer;
  private final TimedPairs pairs;

  public TogetherPairsTrainer(TogetherParameters parameters, TimedPairs pairs) {
    trainer = new TogetherTrainer(parameters);
    this.pairs = pairs;
  }

  @Override
  public String name() {
    return "together";
  }

  /// Needs the number of items only: what was together is in the pairs.
  @Override
  public NeighbourModel fit(Interactions interactions) {
    return new NeighbourModel(
        trainer.fit(BasketBuilder.of(pairs, interactions.notNegative().columns())));
  }

  @Override
  public MemoryNeed memory(TrainingMemory size) {
    long sorting = TrainingMemory.OBJECT * 2 * Math.min(pairs.size(), size.items());
    long collecting = TrainingMemory.collected(pairs.size(), pairs.size()) + sorting;
    MemoryNeed lists = trainer.memory(size, pairs.size());
    return new MemoryNeed(size.input() + Math.max(collecting, lists.peak()), lists.kept());
  }
}
