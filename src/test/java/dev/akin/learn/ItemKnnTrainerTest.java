package dev.akin.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.math.CsrBuilder;
import dev.akin.model.ItemScorer;
import dev.akin.model.NeighbourLists;
import dev.akin.model.NeighbourModel;
import dev.akin.model.PackedMatrixCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ItemKnnTrainerTest extends TrainerContract {
  private static final ItemKnnParameters PLAIN =
      new ItemKnnParameters(10, 0, Weighting.COSINE, 100, 1);

  @Override
  Trainer trainer(int threads) {
    return new ItemKnnTrainer(ItemKnnParameters.DEFAULT.withThreads(threads));
  }

  @Override
  byte[] encode(ItemScorer model) {
    return PackedMatrixCodec.encode(((NeighbourModel) model).weights());
  }

  @Override
  ItemScorer decode(byte[] bytes) {
    return new NeighbourModel(PackedMatrixCodec.decode(bytes));
  }

  /// The errata of DESIGN.md, section 8: 45/55 and not 0.942.
  @Test
  void theCosineOfTwoColumnsIsTheirProductOverTheirLengths() {
    Interactions columns = columns(new float[] {3, 4, 5, 2, 1}, new float[] {4, 3, 2, 5, 1});
    assertThat(onlyWeight(PLAIN, columns)).isCloseTo(45.0 / 55, within(1e-6));
    assertThat(onlyWeight(PLAIN.withShrinkage(10), columns)).isCloseTo(45.0 / 65, within(1e-6));
  }

  /// Two users with both of the two items: idf = ln(1 + 2/2) for both.
  @Test
  void theWeightingsCompareTransformedStrengths() {
    Interactions columns = columns(new float[] {4, 1}, new float[] {1, 1});
    double cosine = 5 / Math.sqrt(17 * 2);
    double tfIdf = 3 / Math.sqrt(5 * 2);
    double strong = 4 * 2.2 / (4 + 1.2);
    double bm25 = (strong + 1) / Math.sqrt((strong * strong + 1) * 2);
    assertThat(onlyWeight(PLAIN, columns)).isCloseTo(cosine, within(1e-6));
    assertThat(onlyWeight(PLAIN.withWeighting(Weighting.TF_IDF), columns))
        .isCloseTo(tfIdf, within(1e-6));
    assertThat(onlyWeight(PLAIN.withWeighting(Weighting.BM25), columns))
        .isCloseTo(bm25, within(1e-6));
  }

  @ParameterizedTest
  @EnumSource(Weighting.class)
  void evidenceOfAShortHistoryWeighsMore(Weighting weighting) {
    CsrBuilder cells = new CsrBuilder();
    cells.add(0, 0, 1);
    cells.add(0, 1, 1);
    cells.add(1, 0, 1);
    for (int item = 2; item < 9; item++) {
      cells.add(1, item, 1);
    }
    NeighbourLists lists =
        new ItemKnnTrainer(PLAIN.withWeighting(weighting))
            .fit(new Interactions(cells.build(2, 9)))
            .neighbours(100);
    assertThat(lists.items()[0]).isEqualTo(1);
    if (weighting == Weighting.COSINE) {
      assertThat(lists.weights()[0]).isEqualTo(lists.weights()[1]);
    } else {
      assertThat(lists.weights()[0]).isGreaterThan(2 * lists.weights()[1]);
    }
  }

  @Test
  void onlyTheBestNeighboursAreKeptEqualOnesByNumber() {
    CsrBuilder cells = new CsrBuilder();
    for (int item = 0; item < 5; item++) {
      cells.add(0, item, 1);
    }
    cells.add(1, 0, 1);
    cells.add(1, 4, 1);
    NeighbourLists lists =
        new ItemKnnTrainer(PLAIN.withNeighbours(2))
            .fit(new Interactions(cells.build(2, 5)))
            .neighbours(100);
    assertThat(lists.items()).startsWith(4, 1).hasSize(10);
  }

  @Test
  void ofALongHistoryTheStrongestItemsAreCompared() {
    CsrBuilder cells = new CsrBuilder();
    for (int item = 0; item < 5; item++) {
      cells.add(0, item, item == 1 || item == 3 ? 2 : 1);
    }
    NeighbourLists lists =
        new ItemKnnTrainer(PLAIN.withMaxHistory(2))
            .fit(new Interactions(cells.build(1, 5)))
            .neighbours(100);
    assertThat(lists.starts()).containsExactly(0, 0, 1, 1, 2, 2);
    assertThat(lists.items()).containsExactly(3, 1);
  }

  @Test
  void impossibleParametersAreRefusedByNameAndValue() {
    assertThatThrownBy(() -> PLAIN.withNeighbours(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("neighbours must be in 1..10000, was 0");
    assertThatThrownBy(() -> PLAIN.withShrinkage(Double.NaN)).hasMessageContaining("shrinkage");
    assertThatThrownBy(() -> PLAIN.withMaxHistory(1)).hasMessageContaining("maxHistory");
    assertThatThrownBy(() -> PLAIN.withThreads(0)).hasMessageContaining("threads");
  }

  private static double onlyWeight(ItemKnnParameters parameters, Interactions interactions) {
    NeighbourLists lists = new ItemKnnTrainer(parameters).fit(interactions).neighbours(100);
    assertThat(lists.items()).containsExactly(1, 0);
    assertThat(lists.weights()[1]).isEqualTo(lists.weights()[0]);
    return lists.weights()[0];
  }

  private static Interactions columns(float[] first, float[] second) {
    CsrBuilder cells = new CsrBuilder();
    for (int user = 0; user < first.length; user++) {
      cells.add(user, 0, first[user]);
      cells.add(user, 1, second[user]);
    }
    return new Interactions(cells.build(first.length, 2));
  }
}
