package dev.akin.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import dev.akin.learn.TimedPairs;
import dev.akin.learn.TrainingMemory;
import dev.akin.learn.TrainingTooLargeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TunerTest {
  private static final Observations SHOP = TinyShop.observations(150, 40, 3);
  private static final Protocol PROTOCOL = new Protocol.RandomPerUser(0.2, 1);
  private static final EvaluationPlan PLAN = EvaluationPlan.at(5, 1, 2);
  private static final Part[] PARTS = PROTOCOL.parts(SHOP);
  private static final Fold VALIDATION =
      Tuner.validation(SHOP, PARTS, PROTOCOL, FoldRules.DEFAULT, 1);

  private static final TrainingMemory WHOLE = TrainingMemory.of(VALIDATION.train());

  private static Tuner tuner(int trials) {
    return new Tuner(trials, PLAN, HeapRoom.UNLIMITED);
  }

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
    TuningResult result = tuner(12).tune(SIGNED, VALIDATION, WHOLE, 5);
    assertThat(result.best()).containsEntry("sign", 1.0);
    assertThat(result.metric()).isEqualTo("ndcg@5");
    assertThat(result.trials())
        .noneMatch(trial -> trial.parameters().getOrDefault("sign", -1.0) == 0);
  }

  /// Two of three points need more than there is.
  @Test
  void pointsThatDoNotFitIntoTheHeapAreNotTried() {
    Algorithm hungry =
        new Algorithm(
            "hungry",
            Feedback.IMPLICIT,
            SearchSpace.of(new SearchSpace.Range("size", 1, 3, SearchSpace.Scale.WHOLE)),
            settings ->
                Scorers.hungry(settings.whole("size", 3), train -> Scorers.counts(train, 1)));
    TuningResult result = new Tuner(12, PLAN, _ -> 1).tune(hungry, VALIDATION, WHOLE, 5);
    assertThat(result.trials())
        .isNotEmpty()
        .allMatch(trial -> trial.parameters().getOrDefault("size", 3.0) == 1);
    assertThatThrownBy(() -> new Tuner(12, PLAN, _ -> 0).tune(hungry, VALIDATION, WHOLE, 5))
        .isInstanceOfSatisfying(
            TrainingTooLargeException.class,
            refusal -> assertThat(refusal.missing()).as("the smallest").isEqualTo(1));
  }

  @Test
  void eachRoundKeepsTheBestThirdOnThriceTheUsers() {
    List<Trial> trials = tuner(9).tune(SIGNED, VALIDATION, WHOLE, 5).trials();
    List<Double> shares = trials.stream().map(Trial::share).distinct().toList();
    assertThat(shares).hasSize(3);
    assertThat(shares.get(0)).isEqualTo(1);
    assertThat(shares.get(1)).isCloseTo(1 / 3.0, within(1e-6));
    assertThat(shares.get(2)).isCloseTo(1 / 9.0, within(1e-6));
  }

  @Test
  void sameSeedSameResult() {
    assertThat(tuner(9).tune(SIGNED, VALIDATION, WHOLE, 5))
        .isEqualTo(tuner(9).tune(SIGNED, VALIDATION, WHOLE, 5));
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

  static Stream<Protocol> protocols() {
    return Stream.of(
        new Protocol.RandomPairs(0.2, 1),
        PROTOCOL,
        new Protocol.LeaveLastOut(1),
        new Protocol.TimeCut(new Protocol.LastShare(0.2)),
        new Protocol.TimeCut(new Protocol.LastDays(2)),
        new Protocol.HeldOutUsers(0.2, 0.2, 1));
  }

  /// Whatever a trainer or a metric can reach of the validation is a pair to train on.
  @ParameterizedTest
  @MethodSource("protocols")
  void tuningSeesPairsOfTheTrainingOnly(Protocol protocol) {
    Part[] parts = protocol.parts(SHOP);
    Fold validation = Tuner.validation(SHOP, parts, protocol, FoldRules.DEFAULT, 1);
    Set<String> visible = visible(validation);
    assertThat(visible).isNotEmpty().isSubsetOf(pairs(parts, Part.TRAIN));
    assertThat(visible).doesNotContainAnyElementsOf(pairs(parts, Part.TEST));
  }

  private static Set<String> pairs(Part[] parts, Part wanted) {
    Set<String> pairs = new HashSet<>();
    for (int user = 0; user < SHOP.users().size(); user++) {
      for (int row = SHOP.starts()[user]; row < SHOP.starts()[user + 1]; row++) {
        if (parts[row] == wanted) {
          pairs.add(SHOP.users().id(user) + " " + SHOP.items().id(SHOP.columns().item()[row]));
        }
      }
    }
    return pairs;
  }

  private static Set<String> visible(Fold fold) {
    Set<String> pairs = new HashSet<>();
    for (int user = 0; user < fold.users().size(); user++) {
      String id = fold.users().id(user);
      add(pairs, fold, id, fold.training().liked().history(user).items());
      add(pairs, fold, id, fold.training().rated().history(user).items());
    }
    TimedPairs timed = fold.training().context().pairs();
    for (int pair = 0; pair < timed.size(); pair++) {
      add(pairs, fold, fold.users().id(timed.users()[pair]), timed.items()[pair]);
    }
    for (TestUser test : fold.tests()) {
      add(pairs, fold, test.id(), test.history().items());
      add(pairs, fold, test.id(), test.relevant());
      add(pairs, fold, test.id(), test.ratings().history().items());
      int[] rated = test.ratings().items();
      add(pairs, fold, test.id(), Arrays.stream(rated).filter(item -> item >= 0).toArray());
    }
    return pairs;
  }

  private static void add(Set<String> pairs, Fold fold, String user, int... items) {
    ids(fold, items).forEach(item -> pairs.add(user + " " + item));
  }

  private static List<String> ids(Fold fold, int[] items) {
    return Arrays.stream(items).mapToObj(fold.items()::id).toList();
  }
}
