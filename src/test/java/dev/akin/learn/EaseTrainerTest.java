package dev.akin.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.math.CsrBuilder;
import dev.akin.math.Parallel;
import dev.akin.math.RandomCases;
import dev.akin.math.SymmetricSystem;
import dev.akin.model.History;
import dev.akin.model.ItemScorer;
import dev.akin.model.ItemWeightModel;
import dev.akin.model.NeighbourModel;
import dev.akin.model.PackedMatrixCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class EaseTrainerTest extends TrainerContract {
  private static final EaseParameters PLAIN =
      EaseParameters.DEFAULT.withRidge(1, 0).withDiscounts(0, 0);

  @Override
  Trainer trainer(int threads) {
    return new EaseTrainer(EaseParameters.DEFAULT.withThreads(threads));
  }

  @Override
  byte[] encode(ItemScorer model) {
    return PackedMatrixCodec.encode(((NeighbourModel) model).weights());
  }

  @Override
  ItemScorer decode(byte[] bytes) {
    return new NeighbourModel(PackedMatrixCodec.decode(bytes));
  }

  /// G = [2 1; 1 2] of three users, so lambda = 2: B_01 = 1 / (2 + 2), the ridge regression of one
  /// column on the other.
  @Test
  void twoItemsAreRegressedOnEachOther() {
    ItemWeightModel model = new EaseTrainer(PLAIN).fitDense(threeUsers());
    assertThat(model.weight(0, 1)).isCloseTo(0.25f, within(1e-6f));
    assertThat(model.weight(1, 0)).isCloseTo(0.25f, within(1e-6f));
    assertThat(model.weight(0, 0)).isZero();
  }

  /// With a = 1 the user of two items weighs (2 / (4/3))^-1 = 2/3, the others 4/3: d = 2, so lambda
  /// = 2 and B = (2/3) / 4.
  @Test
  void longHistoriesCountLess() {
    ItemWeightModel model = new EaseTrainer(PLAIN.withDiscounts(1, 0)).fitDense(threeUsers());
    assertThat(model.weight(0, 1)).isCloseTo(2 / 3f / 4, within(1e-6f));
  }

  /// d = (3, 1), mean 2, and the only common user gives G_01 = 1.
  @Test
  void theRidgeGrowsAndTheScoreFallsWithPopularity() {
    CsrBuilder cells = new CsrBuilder();
    cells.add(0, 0, 1);
    cells.add(1, 0, 1);
    cells.add(2, 0, 1);
    cells.add(2, 1, 1);
    Interactions interactions = new Interactions(cells.build(3, 2));
    ItemWeightModel grown = new EaseTrainer(PLAIN.withRidge(1, 1)).fitDense(interactions);
    assertThat(grown.weight(0, 1)).isCloseTo(1 / 6f, within(1e-6f));
    assertThat(grown.weight(1, 0)).isCloseTo(1 / 2f, within(1e-6f));
    ItemWeightModel lowered = new EaseTrainer(PLAIN.withDiscounts(0, 1)).fitDense(interactions);
    assertThat(lowered.weight(0, 1)).isCloseTo(1 / 5f / 0.5f, within(1e-6f));
    assertThat(lowered.weight(1, 0)).isCloseTo(1 / 3f / 1.5f, within(1e-6f));
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void theWeightsAreThoseOfTheExactInverse(RandomCases.Case given) {
    Interactions interactions = PlantedInteractions.random(given);
    int n = interactions.items();
    double[] matrix = new double[n * n];
    double trace = 0;
    for (int user = 0; user < interactions.users(); user++) {
      History history = interactions.history(user);
      for (int a = 0; a < history.size(); a++) {
        for (int b = 0; b < history.size(); b++) {
          matrix[history.items()[a] * n + history.items()[b]] +=
              (double) history.strengths()[a] * history.strengths()[b];
        }
        trace += (double) history.strengths()[a] * history.strengths()[a];
      }
    }
    for (int item = 0; item < n; item++) {
      matrix[item * n + item] += trace > 0 ? trace / n : 1;
    }
    double[] inverse = SymmetricSystem.factor(matrix, n).inverse();
    ItemWeightModel model = new EaseTrainer(PLAIN).fitDense(interactions);
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        double expected = a == b ? 0 : -inverse[a * n + b] / inverse[b * n + b];
        double tolerance = 1e-4 * (1 + Math.abs(expected));
        assertThat((double) model.weight(a, b)).isCloseTo(expected, within(tolerance));
      }
    }
  }

  @Test
  void pruningKeepsTheLargestMagnitudesAndTheirSigns() {
    CsrBuilder cells = new CsrBuilder();
    for (int user = 0; user < 8; user++) {
      cells.add(user, 0, 1);
      cells.add(user, 1 + user % 2, 1);
      cells.add(user, user < 6 ? 3 : 4, 1);
    }
    ItemWeightModel dense = new EaseTrainer(PLAIN).fitDense(new Interactions(cells.build(8, 5)));
    assertThat(dense.weight(1, 2)).isNegative();
    NeighbourModel all = dense.toNeighbours(10, new Parallel(2));
    assertThat(all.neighbours(100).items()).hasSize(20);
    NeighbourModel two = dense.toNeighbours(2, new Parallel(1));
    assertThat(two.neighbours(100).starts()).containsExactly(0, 2, 4, 6, 8, 10);
    assertThat(two.neighbours(100).items()).startsWith(3).containsSubsequence(0, 2);
    float[] expected = new float[5];
    float[] actual = new float[5];
    History history = new History(new int[] {1, 3}, new float[] {1, 2});
    dense.profile(history).scores(expected);
    all.profile(history).scores(actual);
    assertThat(actual).containsExactly(expected, within(1e-6f));
    assertThat(dense.profile(history).contributions(2))
        .containsExactly(dense.weight(1, 2), 2d * dense.weight(3, 2));
  }

  @Test
  void aCatalogueThatDoesNotFitIsRefusedWithTheRemedy() {
    EaseTrainer small = new EaseTrainer(PLAIN.withMemoryBytes(40_000));
    assertThatThrownBy(() -> small.fit(PlantedInteractions.twoKinds(30)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("ease needs 49152 bytes for 30 items, memoryBytes allows 40000")
        .hasMessageEndingWith("raise memoryBytes, leave out rare items or use item-knn");
    EaseTrainer large = new EaseTrainer(PLAIN.withMemoryBytes(Long.MAX_VALUE));
    Interactions tooMany = new Interactions(new CsrBuilder().build(1, 46_337));
    assertThatThrownBy(() -> large.fit(tooMany)).hasMessageContaining("46337 items");
  }

  @Test
  void impossibleParametersAreRefusedByNameAndValue() {
    assertThatThrownBy(() -> PLAIN.withRidge(0, 0)).hasMessageContaining("regularization must be");
    assertThatThrownBy(() -> PLAIN.withRidge(1, 2)).hasMessageContaining("ridgeGrowth");
    assertThatThrownBy(() -> PLAIN.withDiscounts(-1, 0)).hasMessageContaining("activityDiscount");
    assertThatThrownBy(() -> PLAIN.withDiscounts(0, 2)).hasMessageContaining("popularityDiscount");
    assertThatThrownBy(() -> PLAIN.withNeighbours(0)).hasMessageContaining("neighbours");
    assertThatThrownBy(() -> PLAIN.withMemoryBytes(0)).hasMessageContaining("memoryBytes");
  }

  private static Interactions threeUsers() {
    CsrBuilder cells = new CsrBuilder();
    cells.add(0, 0, 1);
    cells.add(0, 1, 1);
    cells.add(1, 0, 1);
    cells.add(2, 1, 1);
    return new Interactions(cells.build(3, 2));
  }
}
