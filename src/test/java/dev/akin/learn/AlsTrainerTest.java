package dev.akin.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.math.CsrMatrix;
import dev.akin.math.RandomCases;
import dev.akin.model.FactorModel;
import dev.akin.model.FactorModelCodec;
import dev.akin.model.FoldIn;
import dev.akin.model.History;
import dev.akin.model.ItemScorer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AlsTrainerTest extends TrainerContract {
  private static final AlsParameters SMALL =
      AlsParameters.DEFAULT.withFactors(6).withIterations(20).withConjugateSteps(0).withThreads(1);

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

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 6})
  void everyBlockSizeEndsNearTheSameLoss(int blockSize) {
    Interactions interactions = PlantedInteractions.random(new RandomCases.Case(9, 40));
    AlsParameters parameters = SMALL.withIterations(200);
    double exact = loss(interactions, new AlsTrainer(parameters));
    double blocks = loss(interactions, new AlsTrainer(parameters.withBlockSize(blockSize)));
    assertThat(blocks).isBetween(0.95 * exact, 1.05 * exact);
  }

  @Test
  void theLossFallsWithTheIterations() {
    Interactions interactions = PlantedInteractions.random(new RandomCases.Case(10, 40));
    double last = Double.POSITIVE_INFINITY;
    for (int iterations = 1; iterations <= 12; iterations++) {
      double loss = loss(interactions, new AlsTrainer(SMALL.withIterations(iterations)));
      assertThat(loss).as("after %d iterations", iterations).isLessThan(1.002 * last);
      last = loss;
    }
    double first = loss(interactions, new AlsTrainer(SMALL.withIterations(1)));
    assertThat(last).isLessThan(0.9 * first);
  }

  @Test
  void anotherSeedGivesAnotherModel() {
    Interactions interactions = PlantedInteractions.random(new RandomCases.Case(11, 40));
    FactorModel first = new AlsTrainer(SMALL).fit(interactions);
    FactorModel second = new AlsTrainer(SMALL.withSeed(43)).fit(interactions);
    assertThat(second.factors()).isNotEqualTo(first.factors());
  }

  @Test
  void impossibleParametersAreRefusedByNameAndValue() {
    assertThatThrownBy(() -> SMALL.withFactors(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("factors must be in 1..1024, was 0");
    assertThatThrownBy(() -> SMALL.withIterations(-3)).hasMessageContaining("was -3");
    assertThatThrownBy(() -> SMALL.withWeights(0, 1)).hasMessageContaining("regularization");
    assertThatThrownBy(() -> SMALL.withWeights(1, Double.NaN))
        .hasMessageContaining("unobservedWeight must be in");
    assertThatThrownBy(() -> SMALL.withBlockSize(0)).hasMessageContaining("blockSize");
    assertThatThrownBy(() -> SMALL.withThreads(0)).hasMessageContaining("threads");
  }

  /// The objective of [AlsTrainer] with the users' best vectors for the model's item factors.
  private static double loss(Interactions interactions, AlsTrainer trainer) {
    FactorModel model = trainer.fit(interactions);
    CsrMatrix seen = interactions.strengths();
    float[] users = RelativeWeights.of(seen, SMALL.activityDiscount());
    float[] items = RelativeWeights.of(seen.transpose(), SMALL.popularityDiscount());
    FoldIn ofItem = SMALL.foldIn(RelativeWeights.apply(users, seen.transpose()), users);
    double loss = 0;
    double[] itemWeights = new double[model.items()];
    float[] scores = new float[model.items()];
    for (int user = 0; user < interactions.users(); user++) {
      History history = interactions.history(user);
      FactorModel.FactorProfile profile = model.profile(history);
      profile.scores(scores);
      double weight = 0;
      double row = 0;
      for (int h = 0; h < history.size(); h++) {
        int item = history.items()[h];
        double strength = history.strengths()[h];
        double error = 1 - scores[item];
        row += items[item] * strength * error * error;
        weight += items[item] * strength;
        itemWeights[item] += users[user] * strength;
      }
      for (int item = 0; item < scores.length; item++) {
        row += SMALL.unobservedWeight() * items[item] * scores[item] * scores[item];
      }
      double ridge = model.foldIn().ridge(weight);
      for (float value : profile.vector()) {
        row += ridge * value * value;
      }
      loss += users[user] * row;
    }
    float[] norms = model.factors().norms();
    for (int item = 0; item < norms.length; item++) {
      double ridge = ofItem.ridge(itemWeights[item]);
      loss += items[item] * ridge * norms[item] * norms[item];
    }
    return loss;
  }
}
