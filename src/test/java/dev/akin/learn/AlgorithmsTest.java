package dev.akin.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.akin.learn.SearchSpace.Range;
import dev.akin.math.CsrBuilder;
import dev.akin.math.SeededRandom;
import dev.akin.model.History;
import dev.akin.model.NeighbourModel;
import dev.akin.model.PopularityModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlgorithmsTest {
  @Test
  void namesAreDistinctAndFindTheirAlgorithm() {
    assertThat(Algorithms.all()).extracting(Algorithm::name).doesNotHaveDuplicates();
    for (Algorithm algorithm : Algorithms.all()) {
      assertThat(Algorithms.named(algorithm.name())).contains(algorithm);
    }
    assertThat(Algorithms.named("horoscope")).isEmpty();
  }

  @Test
  void everyAlgorithmTrainsWithItsDefaultsUnderItsName() {
    for (Algorithm algorithm : Algorithms.all()) {
      // item-knn-bm25 is item-knn with another default.
      assertThat(algorithm.name()).startsWith(algorithm.trainer(TrainingSettings.of(1, 1)).name());
    }
  }

  @Test
  void everyPointOfASearchSpaceIsAccepted() {
    SeededRandom random = new SeededRandom(4);
    for (Algorithm algorithm : Algorithms.all()) {
      for (int draw = 0; draw < 50; draw++) {
        Map<String, Double> point = algorithm.space().draw(random);
        assertThat(algorithm.trainer(TrainingSettings.of(1, 1).withValues(point)))
            .as(algorithm.name() + " " + point)
            .isNotNull();
      }
    }
  }

  @Test
  void aMisspeltParameterIsRefusedWithTheRightNames() {
    Algorithm als = Algorithms.named("als").orElseThrow();
    TrainingSettings misspelt = TrainingSettings.of(1, 1).withValues(Map.of("factros", 8.0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> als.trainer(misspelt))
        .withMessageContaining("als has no parameter factros")
        .withMessageContaining("factors");
  }

  @Test
  void wordsAndNumbersNameAParameter() {
    Algorithm knn = Algorithms.named("item-knn").orElseThrow();
    assertThat(knn.value("weighting", "bm25")).isEqualTo(Weighting.BM25.ordinal());
    assertThat(knn.value("weighting", "0")).isZero();
    assertThat(knn.value("shrinkage", "2.5")).isEqualTo(2.5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> knn.value("weighting", "lucky"))
        .withMessageContaining("cosine, tf-idf, bm25");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> knn.value("shrinkage", "NaN"))
        .withMessageContaining("number");
    assertThat(Algorithms.named("item-knn-bm25").orElseThrow().parameters().get("weighting"))
        .isEqualTo(new Parameter(2, List.of("cosine", "tf-idf", "bm25")));
  }

  @Test
  void everythingThatIsNeededIsSaid() {
    assertThat(Algorithms.named("content").orElseThrow().needs()).containsExactly(Need.TEXTS);
    assertThat(Algorithms.named("together").orElseThrow().needs()).containsExactly(Need.TIMES);
    assertThat(Algorithms.named("trending").orElseThrow().needs()).containsExactly(Need.TIMES);
    assertThat(Algorithms.named("ratings").orElseThrow().needs()).containsExactly(Need.VALUES);
    assertThat(Algorithms.named("als").orElseThrow().needs()).isEmpty();
  }

  @Test
  void whatWasTakenWithinAnHourIsTogether() {
    TimedPairs pairs =
        new TimedPairs(
            new int[] {0, 0, 0, 1, 1, 2},
            new int[] {0, 1, 2, 0, 1, 2},
            new long[] {1_000, 2_000, 90_000_000, 5_000, 6_000, 7_000});
    NeighbourModel model =
        new TogetherPairsTrainer(new TogetherParameters(5, 1, 10, 1), pairs)
            .fit(new Interactions(new CsrBuilder().build(3, 3)));
    float[] scores = new float[3];
    model.profile(new History(new int[] {0}, new float[] {1})).scores(scores);
    assertThat(scores[1]).isPositive();
    assertThat(scores[2]).isZero();
  }

  @Test
  void whatGrowsTrends() {
    long day = 86_400_000L;
    TimedPairs pairs =
        new TimedPairs(
            new int[] {0, 1, 2, 3, 4},
            new int[] {0, 0, 1, 1, 1},
            new long[] {20 * day, 25 * day, 35 * day, 36 * day, 40 * day});
    PopularityModel model =
        new TrendingPairsTrainer(new TrendingParameters(10, 1), pairs).fit(cells(pairs, 5));
    assertThat(model.popularity().scores()[1]).isPositive();
    assertThat(model.popularity().scores()[0]).isZero();
  }

  /// As while the weights of a blend are learned: users 3 and 4 have hidden what they took.
  @Test
  void whatIsHiddenDoesNotTrend() {
    TimedPairs pairs =
        new TimedPairs(
            new int[] {0, 1, 2, 3, 4}, new int[] {0, 0, 0, 1, 1}, new long[] {1, 2, 3, 4, 5});
    PopularityModel model =
        new TrendingPairsTrainer(new TrendingParameters(10, 1), pairs).fit(cells(pairs, 3));
    assertThat(model.popularity().scores()).containsExactly(3, 0);
  }

  /// The first of the pairs as interactions of five users with two items.
  private static Interactions cells(TimedPairs pairs, int count) {
    CsrBuilder cells = new CsrBuilder();
    for (int pair = 0; pair < count; pair++) {
      cells.add(pairs.users()[pair], pairs.items()[pair], 1);
    }
    return new Interactions(cells.build(5, 2));
  }

  @Test
  void aParameterOutOfRangeIsRefused() {
    Algorithm als = Algorithms.named("als").orElseThrow();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> als.trainer(TrainingSettings.of(1, 1).withValues(Map.of("factors", 0.0))))
        .withMessageContaining("factors");
  }

  @Test
  void drawsStayInTheirRange() {
    SearchSpace space =
        SearchSpace.of(
            new Range("linear", -1, 1, SearchSpace.Scale.LINEAR),
            new Range("log", 0.001, 10, SearchSpace.Scale.LOGARITHMIC),
            new Range("whole", 2, 4, SearchSpace.Scale.WHOLE));
    SeededRandom random = new SeededRandom(9);
    for (int draw = 0; draw < 500; draw++) {
      Map<String, Double> point = space.draw(random);
      assertThat(point.get("linear")).isBetween(-1.0, 1.0);
      assertThat(point.get("log")).isBetween(0.001, 10.0);
      assertThat(point.get("whole")).isIn(2.0, 3.0, 4.0);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Range("log", 0, 1, SearchSpace.Scale.LOGARITHMIC));
  }
}
