package dev.akin.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.math.CsrBuilder;
import dev.akin.math.CsrMatrix;
import dev.akin.math.RandomCases;
import dev.akin.math.SeededRandom;
import dev.akin.math.TopK;
import dev.akin.model.History;
import dev.akin.model.ItemScorer;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every algorithm promises, whatever it learns.
abstract class TrainerContract {
  private static final int PLANTED = 30;

  /// A trainer for matrices of a few dozen rows, always with the same seed.
  abstract Trainer trainer(int threads);

  /// What a release would hold of a model that [#trainer] has made.
  abstract byte[] encode(ItemScorer model);

  abstract ItemScorer decode(byte[] bytes);

  /// Whether scores depend on the history.
  boolean personal() {
    return true;
  }

  /// Whether scores split into the shares of past events.
  boolean explains() {
    return personal();
  }

  /// Whether users in another order give nearly the same model.
  boolean hardlyDependsOnOrder() {
    return true;
  }

  private ItemScorer fit(Interactions interactions) {
    return trainer(1).fit(interactions);
  }

  private static float[] scores(ItemScorer model, History history) {
    float[] scores = new float[model.items()];
    Arrays.fill(scores, Float.NaN);
    model.profile(history).scores(scores);
    return scores;
  }

  private static int bestUnseen(ItemScorer model, History history) {
    int[] seen = history.items();
    int[] best = TopK.of(scores(model, history), 1, item -> Arrays.binarySearch(seen, item) < 0);
    return best[0];
  }

  @Test
  void theHiddenItemOfEveryUserIsFound() {
    Interactions planted = PlantedInteractions.twoKinds(PLANTED);
    ItemScorer model = fit(planted);
    for (int user = 0; personal() && user < PLANTED; user++) {
      assertThat(bestUnseen(model, planted.history(user))).as("user %d", user).isEqualTo(user);
    }
    assertThat(model.items()).isEqualTo(PLANTED);
  }

  @Test
  void renumberedItemsAreFoundUnderTheirNewNumbers() {
    int[] numbers = IntStream.range(0, PLANTED).toArray();
    new SeededRandom(11).shuffle(numbers);
    Interactions planted = PlantedInteractions.twoKinds(numbers);
    ItemScorer model = fit(planted);
    for (int user = 0; personal() && user < PLANTED; user++) {
      assertThat(bestUnseen(model, planted.history(user))).isEqualTo(numbers[user]);
    }
    assertThat(model.items()).isEqualTo(PLANTED);
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void theOrderOfUsersHardlyMatters(RandomCases.Case given) {
    Interactions interactions = PlantedInteractions.random(given);
    CsrMatrix cells = interactions.strengths();
    CsrBuilder reversed = new CsrBuilder();
    for (int user = 0; user < cells.rows(); user++) {
      for (int p = cells.starts()[user]; p < cells.starts()[user + 1]; p++) {
        reversed.add(cells.rows() - 1 - user, cells.indices()[p], cells.values()[p]);
      }
    }
    ItemScorer model = fit(interactions);
    ItemScorer other = fit(new Interactions(reversed.build(cells.rows(), cells.columns())));
    float[] expected = scores(model, interactions.history(0));
    float[] actual = scores(other, interactions.history(0));
    assertThat(actual).hasSameSizeAs(expected);
    for (int item = 0; hardlyDependsOnOrder() && item < expected.length; item++) {
      double tolerance = 0.05 * (1 + Math.abs(expected[item]));
      assertThat((double) actual[item]).isCloseTo(expected[item], within(tolerance));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void scoresAreNumbersAndSharesSumToThem(RandomCases.Case given) {
    Interactions interactions = PlantedInteractions.random(given);
    ItemScorer model = fit(interactions);
    for (int user = 0; user < Math.min(5, interactions.users()); user++) {
      History history = interactions.history(user);
      float[] scores = scores(model, history);
      ItemScorer.Profile profile = model.profile(history);
      for (int item = 0; item < scores.length; item++) {
        assertThat(Float.isFinite(scores[item])).as("score %s", scores[item]).isTrue();
        double[] shares = profile.contributions(item);
        if (explains()) {
          assertThat(shares).hasSize(history.size());
          double tolerance = 1e-4 * (1 + Math.abs(scores[item]));
          assertThat(Arrays.stream(shares).sum()).isCloseTo(scores[item], within(tolerance));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void aModelReadBackGivesTheSameScores(RandomCases.Case given) {
    Interactions interactions = PlantedInteractions.random(given);
    ItemScorer model = fit(interactions);
    byte[] bytes = encode(model);
    ItemScorer copy = decode(bytes);
    assertThat(encode(copy)).containsExactly(bytes);
    History history = interactions.history(0);
    assertThat(scores(copy, history)).containsExactly(scores(model, history));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void everyNumberOfThreadsGivesTheSameBytes(int threads) {
    Interactions interactions = PlantedInteractions.random(new RandomCases.Case(5, 300));
    byte[] expected = encode(fit(interactions));
    assertThat(encode(trainer(threads).fit(interactions))).containsExactly(expected);
  }

  @Test
  void theInteractionsAreLeftAsTheyAre() {
    Interactions interactions = PlantedInteractions.random(new RandomCases.Case(6, 20));
    float[] values = interactions.strengths().values().clone();
    int[] indices = interactions.strengths().indices().clone();
    fit(interactions);
    assertThat(interactions.strengths().values()).containsExactly(values);
    assertThat(interactions.strengths().indices()).containsExactly(indices);
  }

  @Test
  void anEmptyHistoryScoresZeroUnlessNothingIsPersonal() {
    ItemScorer model = fit(PlantedInteractions.twoKinds(6));
    float[] scores = scores(model, History.EMPTY);
    assertThat(scores).containsOnly(personal() ? 0 : 2);
  }

  @Test
  void anItemThatNobodyHasScoresZeroForEverybody() {
    CsrBuilder cells = new CsrBuilder();
    cells.add(0, 0, 1);
    cells.add(0, 2, 1);
    cells.add(2, 2, 1);
    Interactions interactions = new Interactions(cells.build(3, 4));
    ItemScorer model = fit(interactions);
    for (int user = 0; user < 3; user++) {
      float[] scores = scores(model, interactions.history(user));
      assertThat(scores).hasSize(4).doesNotContain(Float.NaN);
      assertThat(scores[1]).isZero();
      assertThat(scores[3]).isZero();
    }
  }

  @Test
  void oneUserWithOneItemIsEnough() {
    CsrBuilder cells = new CsrBuilder();
    cells.add(0, 0, 2);
    Interactions interactions = new Interactions(cells.build(1, 1));
    assertThat(scores(fit(interactions), interactions.history(0))).doesNotContain(Float.NaN);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3})
  void nothingToLearnFromGivesAModelOfZeros(int items) {
    Interactions nothing = new Interactions(new CsrBuilder().build(items, items));
    ItemScorer model = fit(nothing);
    assertThat(model.items()).isEqualTo(items);
    assertThat(scores(model, History.EMPTY)).containsExactly(new float[items]);
    assertThat(encode(decode(encode(model)))).containsExactly(encode(model));
  }
}
