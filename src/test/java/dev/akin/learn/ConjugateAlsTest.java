package dev.akin.learn;

import dev.akin.model.FactorModel;
import dev.akin.model.FactorModelCodec;
import dev.akin.model.ItemScorer;

/// The contract for [AlsTrainer] as it solves by default.
final class ConjugateAlsTest extends TrainerContract {
  /// Steps that are not exact need more iterations until rounding, and so the order, is forgotten.
  private static final AlsParameters SMALL =
      AlsParameters.DEFAULT.withFactors(6).withIterations(60).withConjugateSteps(6);

  @Override
  Trainer trainer(int threads) {
    return new AlsTrainer(SMALL.withThreads(threads));
  }

  @Override
  byte[] encode(ItemScorer model) {
    return FactorModelCodec.encode((FactorModel) model);
  }

  @Override
  ItemScorer decode(byte[] bytes) {
    return FactorModelCodec.decode(bytes);
  }
}
