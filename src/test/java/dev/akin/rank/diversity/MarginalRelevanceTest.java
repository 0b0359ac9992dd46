package dev.akin.rank.diversity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.math.RandomCases;
import dev.akin.math.SeededRandom;
import dev.akin.model.QuantizedRows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MarginalRelevanceTest {
  private static final int COLUMNS = 4;

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void choosesWhatTheFormulaSays(RandomCases.Case given) {
    int n = given.size();
    SeededRandom random = given.random();
    double diversity = random.nextDouble();
    double[] relevance = IntStream.range(0, n).mapToDouble(_ -> random.nextDouble()).toArray();
    QuantizedRows rows = QuantizedRows.of(given.floats(n * COLUMNS), n, COLUMNS);
    Similarity similarity = new FactorSimilarity(rows);

    assertThat(chosen(relevance, diversity, similarity))
        .isEqualTo(byFormula(relevance, diversity, similarity));
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void withoutDiversityThePoolStaysInItsOrder(RandomCases.Case given) {
    int n = given.size();
    double[] descending = IntStream.range(0, n).mapToDouble(i -> 1 - i / 2 / 10.0).toArray();
    Similarity similarity =
        new FactorSimilarity(QuantizedRows.of(given.floats(n * COLUMNS), n, COLUMNS));

    assertThat(chosen(descending, 0, similarity)).isEqualTo(IntStream.range(0, n).boxed().toList());
  }

  private static List<Integer> chosen(double[] relevance, double diversity, Similarity likeness) {
    int n = relevance.length;
    MarginalRelevance worth =
        new MarginalRelevance(relevance, diversity, likeness.over(IntStream.range(0, n).toArray()));
    List<Integer> chosen = new ArrayList<>();
    for (int best = worth.best(_ -> true); best >= 0; best = worth.best(i -> !chosen.contains(i))) {
      chosen.add(best);
      worth.choose(best);
    }
    return chosen;
  }

  private static List<Integer> byFormula(
      double[] relevance, double diversity, Similarity similarity) {
    int n = relevance.length;
    float[][] likeness = new float[n][n];
    Similarity.Pool pool = similarity.over(IntStream.range(0, n).toArray());
    for (int item = 0; item < n; item++) {
      pool.to(item, likeness[item]);
    }
    List<Integer> chosen = new ArrayList<>();
    while (chosen.size() < n) {
      int best = -1;
      double most = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < n; i++) {
        int candidate = i;
        float closest =
            (float) chosen.stream().mapToDouble(c -> likeness[c][candidate]).max().orElse(0);
        double worth = (1 - diversity) * relevance[i] - diversity * closest;
        if (!chosen.contains(i) && worth > most) {
          most = worth;
          best = i;
        }
      }
      chosen.add(best);
    }
    return chosen;
  }
}
