package dev.akin.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.math.CsrBuilder;
import dev.akin.math.RandomCases;
import dev.akin.model.NeighbourLists;
import dev.akin.model.NeighbourModel;
import dev.akin.model.PackedMatrixCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TogetherTrainerTest {
  private static final TogetherParameters PLAIN = new TogetherParameters(10, 1, 100, 1);

  /// The table of Dunning's bigram "the swiss" has k = (110, 2442, 111, 29114) and G2 = 270.72.
  @Test
  void theRatioOfThePaperIsFound() {
    double ratio = LogLikelihoodRatio.of(110, 110 + 2442, 110 + 111, 110 + 2442 + 111 + 29114);
    assertThat(ratio).isCloseTo(270.72, within(0.005));
  }

  /// Cells 2, 0, 0, 2 of 4: both are the same thing, of which `ln 2` nats each time: `2 * 4 * ln
  /// 2`.
  @Test
  void theRatioByHand() {
    assertThat(LogLikelihoodRatio.of(2, 2, 2, 4)).isCloseTo(8 * Math.log(2), within(1e-12));
    assertThat(LogLikelihoodRatio.of(1, 2, 2, 4)).isCloseTo(0, within(1e-12));
    assertThat(LogLikelihoodRatio.of(0, 0, 2, 4)).isZero();
  }

  @Test
  void whatSharesBasketsMoreOftenThanByChanceIsListedBySurprise() {
    NeighbourLists lists =
        new TogetherTrainer(PLAIN)
            .fit(baskets(new int[][] {{0, 1}, {0, 1, 2}, {2, 3}, {2}, {}, {3}}));
    double pair = LogLikelihoodRatio.of(2, 2, 2, 5);
    assertThat(lists.starts()).containsExactly(0, 1, 2, 2, 2);
    assertThat(lists.items()).containsExactly(1, 0);
    assertThat((double) lists.weights()[0]).isCloseTo(pair, within(1e-5));
    assertThat(lists.weights()[1]).isEqualTo(lists.weights()[0]);
  }

  @Test
  void rarePairsAndStockOrdersDoNotCount() {
    Baskets baskets = baskets(new int[][] {{0, 1}, {2, 3}, {2, 3}, {0, 1, 2, 3}});
    assertThat(lists(PLAIN, baskets).items()).containsExactly(1, 0, 3, 2);
    assertThat(lists(new TogetherParameters(10, 3, 100, 1), baskets).items()).containsExactly(3, 2);
    NeighbourLists without = lists(new TogetherParameters(10, 2, 3, 1), baskets);
    assertThat(without.items()).containsExactly(3, 2);
    assertThat((double) without.weights()[0])
        .isCloseTo(LogLikelihoodRatio.of(2, 2, 2, 3), within(1e-5));
  }

  /// With a look at every pair of items it would take hours.
  @Test
  void aHugeCatalogueTakesNoLongerThanItsBaskets() {
    CsrBuilder cells = new CsrBuilder();
    for (int basket = 0; basket < 4; basket++) {
      cells.add(basket, basket < 2 ? 0 : 999_999, 1);
      cells.add(basket, 500_000, 1);
      cells.add(basket, 700_000 + basket / 2, 1);
    }
    NeighbourLists lists = lists(PLAIN, new Baskets(cells.build(4, 1_000_000)));

    assertThat(lists.size()).isEqualTo(1_000_000);
    assertThat(lists.items()).containsExactly(700_000, 0, 999_999, 700_001);
  }

  @Test
  void onlyTheMostSurprisingAreKept() {
    int[][] rows = {{0, 1}, {0, 1}, {0, 1, 2}, {0, 2}, {3}, {3}, {3}};
    assertThat(lists(new TogetherParameters(1, 1, 100, 1), baskets(rows)).items())
        .containsExactly(1, 0, 0);
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void everyNumberOfThreadsGivesTheSameSymmetricWeights(RandomCases.Case given) {
    Baskets baskets = new Baskets(PlantedInteractions.random(given).strengths());
    NeighbourLists lists = lists(new TogetherParameters(100, 1, 100, 1), baskets);
    byte[] three = bytes(lists(new TogetherParameters(100, 1, 100, 3), baskets));
    assertThat(three).containsExactly(bytes(lists));
    for (int item = 0; item < lists.size(); item++) {
      for (int p = lists.starts()[item]; p < lists.starts()[item + 1]; p++) {
        assertThat(weight(lists, lists.items()[p], item))
            .isCloseTo(lists.weights()[p], within(1e-4f));
      }
    }
  }

  @Test
  void impossibleParametersAreRefusedByNameAndValue() {
    assertThatThrownBy(() -> new TogetherParameters(0, 1, 2, 1)).hasMessageContaining("neighbours");
    assertThatThrownBy(() -> new TogetherParameters(1, 0, 2, 1)).hasMessageContaining("minSupport");
    assertThatThrownBy(() -> new TogetherParameters(1, 1, 1, 1)).hasMessageContaining("maxBasket");
    assertThatThrownBy(() -> new TogetherParameters(1, 1, 2, 0)).hasMessageContaining("threads");
  }

  private static float weight(NeighbourLists lists, int from, int to) {
    for (int p = lists.starts()[from]; p < lists.starts()[from + 1]; p++) {
      if (lists.items()[p] == to) {
        return lists.weights()[p];
      }
    }
    return 0;
  }

  private static NeighbourLists lists(TogetherParameters parameters, Baskets baskets) {
    return new TogetherTrainer(parameters).fit(baskets);
  }

  private static Baskets baskets(int[][] rows) {
    CsrBuilder cells = new CsrBuilder();
    for (int row = 0; row < rows.length; row++) {
      for (int item : rows[row]) {
        cells.add(row, item, 1);
      }
    }
    return new Baskets(cells.build(rows.length, 4));
  }

  private static byte[] bytes(NeighbourLists lists) {
    return PackedMatrixCodec.encode(new NeighbourModel(lists).weights());
  }
}
