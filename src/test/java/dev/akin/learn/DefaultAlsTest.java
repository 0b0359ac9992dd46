package dev.akin.learn;

import dev.akin.model.FactorModel;
import dev.akin.model.FactorModelCodec;
import dev.akin.model.ItemScorer;

/// The contract for [AlsTrainer] just as it is used: nothing but the threads is set.
final class DefaultAlsTest extends TrainerContract {
  @Override
  Trainer trainer(int threads) {
    return new AlsTrainer(AlsParameters.DEFAULT.withThreads(threads));
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
