package dev.akin.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.math.CsrBuilder;
import dev.akin.math.SeededRandom;
import dev.akin.model.AutoencoderModel;
import dev.akin.model.AutoencoderModelCodec;
import dev.akin.model.History;
import dev.akin.model.ItemScorer;
import org.junit.jupiter.api.Test;

final class AutoencoderTrainerTest extends TrainerContract {
  private static final AutoencoderParameters SMALL =
      new AutoencoderParameters(6, 0.2, 0.02, 0.01, 64, 20, 20, 42, 1);

  @Override
  Trainer trainer(int threads) {
    return new AutoencoderTrainer(SMALL.withThreads(threads));
  }

  @Override
  byte[] encode(ItemScorer model) {
    return AutoencoderModelCodec.encode((AutoencoderModel) model);
  }

  @Override
  ItemScorer decode(byte[] bytes) {
    return AutoencoderModelCodec.decode(bytes);
  }

  @Override
  boolean explains() {
    return false;
  }

  /// Another order of users is another order of batches, so another model.
  @Override
  boolean hardlyDependsOnOrder() {
    return false;
  }

  private static Interactions tastes(int users) {
    SeededRandom random = new SeededRandom(3);
    CsrBuilder cells = new CsrBuilder();
    for (int user = 0; user < users; user++) {
      for (int n = 0; n < 8; n++) {
        cells.add(user, 10 * (user % 4) + random.nextInt(10), 1);
      }
    }
    return new Interactions(cells.build(users, 40));
  }

  @Test
  void theLossFallsAndTheValidationRises() {
    AutoencoderTraining training = new AutoencoderTrainer(SMALL).train(tastes(400));
    AutoencoderTraining.Point first = training.curve().getFirst();
    AutoencoderTraining.Point best = training.curve().get(training.bestEpoch());
    assertThat(training.curve().getLast().loss()).isLessThan(0.8 * first.loss());
    assertThat(best.validation()).isGreaterThan(0.5).isGreaterThan(first.validation());
    assertThat(training.curve())
        .allSatisfy(p -> assertThat(p.validation()).isLessThanOrEqualTo(best.validation()));
  }

  @Test
  void trainingEndsWhenPatienceDoes() {
    AutoencoderParameters impatient = SMALL.withEpochs(200, 2);
    AutoencoderTraining training = new AutoencoderTrainer(impatient).train(tastes(400));
    assertThat(training.curve()).hasSize(training.bestEpoch() + 3).hasSizeLessThan(200);
  }

  @Test
  void withoutAValidationEveryEpochIsUsed() {
    AutoencoderTraining training = new AutoencoderTrainer(SMALL).train(tastes(20));
    assertThat(training.bestEpoch()).isEqualTo(19);
    assertThat(training.curve()).hasSize(20).allMatch(point -> point.validation() == 0);
  }

  @Test
  void strongerEventsWeighMore() {
    AutoencoderModel model = new AutoencoderTrainer(SMALL).fit(tastes(400));
    History mixed = new History(new int[] {1, 11}, new float[] {5, 1});
    float[] scores = new float[40];
    model.profile(mixed).scores(scores);
    assertThat(scores[2]).isGreaterThan(scores[12]);
    assertThat(model.profile(mixed).contributions(2)).isEmpty();
  }

  @Test
  void anotherSeedGivesAnotherModel() {
    Interactions interactions = tastes(40);
    byte[] first = encode(new AutoencoderTrainer(SMALL).fit(interactions));
    byte[] second = encode(new AutoencoderTrainer(SMALL.withSeed(43)).fit(interactions));
    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void impossibleParametersAreRefusedByNameAndValue() {
    assertThatThrownBy(() -> SMALL.withHidden(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hidden must be in 1..1024, was 0");
    assertThatThrownBy(() -> SMALL.withDropout(1)).hasMessageContaining("dropout");
    assertThatThrownBy(() -> SMALL.withLearning(Double.NaN, 0))
        .hasMessageContaining("learningRate");
    assertThatThrownBy(() -> SMALL.withLearning(1, -1)).hasMessageContaining("weightDecay");
    assertThatThrownBy(() -> SMALL.withEpochs(0, 1)).hasMessageContaining("epochs");
    assertThatThrownBy(() -> SMALL.withThreads(0)).hasMessageContaining("threads");
  }
}
