package dev.akin.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.evaluate.TuningResult.Trial;
import dev.akin.evaluate.split.Fold;
import dev.akin.evaluate.split.FoldBuilder;
import dev.akin.evaluate.split.FoldRules;
import dev.akin.evaluate.split.Observations;
import dev.akin.evaluate.split.Part;
import dev.akin.evaluate.split.Protocol;
import dev.akin.evaluate.split.TestUser;
import dev.akin.learn.Algorithm;
import dev.akin.learn.Algorithm.Feedback;
import dev.akin.learn.SearchSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TunerTest {
  private static final Observations SHOP = TinyShop.observations(150, 40, 3);
  private static final Protocol PROTOCOL = new Protocol.RandomPerUser(0.2, 1);
  private static final EvaluationPlan PLAN = EvaluationPlan.at(5, 1, 2);
  private static final Part[] PARTS = PROTOCOL.parts(SHOP);
  private static final Fold VALIDATION =
      Tuner.validation(SHOP, PARTS, PROTOCOL, FoldRules.DEFAULT, 1);

  /// Ranks best sellers first for a positive `sign`, rarest first else; its default is the worse.
  private static final Algorithm SIGNED =
      new Algorithm(
          "signed",
          Feedback.IMPLICIT,
          SearchSpace.of(new SearchSpace.Range("sign", -1, 1, SearchSpace.Scale.WHOLE)),
          settings -> {
            int sign = settings.whole("sign", -1);
            if (sign == 0) {
              throw new IllegalArgumentException("sign must not be 0");
            }
            return Scorers.trainer("signed", train -> Scorers.counts(train, sign));
          });

  @Test
  void theBetterParameterIsFoundAndRefusedOnesAreLeftOut() {
    TuningResult result = new Tuner(12, PLAN).tune(SIGNED, VALIDATION, 5);
    assertThat(result.best()).containsEntry("sign", 1.0);
    assertThat(result.metric()).isEqualTo("ndcg@5");
    assertThat(result.trials())
        .noneMatch(trial -> trial.parameters().getOrDefault("sign", -1.0) == 0);
  }

  @Test
  void eachRoundKeepsTheBestThirdOnThriceTheUsers() {
    List<Trial> trials = new Tuner(9, PLAN).tune(SIGNED, VALIDATION, 5).trials();
    List<Double> shares = trials.stream().map(Trial::share).distinct().toList();
    assertThat(shares).hasSize(3);
    assertThat(shares.get(0)).isEqualTo(1);
    assertThat(shares.get(1)).isCloseTo(1 / 3.0, within(1e-6));
    assertThat(shares.get(2)).isCloseTo(1 / 9.0, within(1e-6));
  }

  @Test
  void sameSeedSameResult() {
    assertThat(new Tuner(9, PLAN).tune(SIGNED, VALIDATION, 5))
        .isEqualTo(new Tuner(9, PLAN).tune(SIGNED, VALIDATION, 5));
  }

  @Test
  void theValidationPartHoldsNothingThatIsTested() {
    Fold fold = FoldBuilder.build(SHOP, PARTS, FoldRules.DEFAULT);
    for (TestUser test : fold.tests()) {
      for (TestUser validated : VALIDATION.tests()) {
        if (validated.id().equals(test.id())) {
          List<String> seen = new ArrayList<>(ids(VALIDATION, validated.relevant()));
          seen.addAll(ids(VALIDATION, validated.history().items()));
          assertThat(seen).isNotEmpty().noneMatch(ids(fold, test.relevant())::contains);
        }
      }
    }
  }

  private static List<String> ids(Fold fold, int[] items) {
    return Arrays.stream(items).mapToObj(fold.items()::id).toList();
  }
}
