package dev.akin.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TopKTest {
  @Test
  void equalScoresAreOrderedBySmallerIndex() {
    assertThat(TopK.of(new float[] {1, 3, 2, 3, 1}, 4, _ -> true)).containsExactly(1, 3, 2, 0);
  }

  @Test
  void nanIsNeverKept() {
    float[] scores = {Float.NaN, -1, Float.NEGATIVE_INFINITY, Float.NaN};
    assertThat(TopK.of(scores, 3, _ -> true)).containsExactly(1, 2);
  }

  @Test
  void nothingIsKeptOfNothing() {
    assertThat(TopK.of(new float[0], 5, _ -> true)).isEmpty();
    assertThat(TopK.of(new float[] {1}, 0, _ -> true)).isEmpty();
    assertThatThrownBy(() -> new TopK(-1)).hasMessageContaining("k must not be negative, was -1");
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void itEqualsSortThenCutInAnyOrderOfOffers(RandomCases.Case given) {
    SeededRandom random = given.random();
    float[] scores = new float[given.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = random.nextInt(5);
    }
    int k = random.nextInt(given.size() + 2);
    int[] offers = IntStream.range(0, scores.length).filter(i -> i % 3 != 0).toArray();
    int[] expected =
        IntStream.of(offers)
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> -scores[i]).thenComparing(i -> i))
            .limit(k)
            .mapToInt(i -> i)
            .toArray();
    random.shuffle(offers);
    TopK top = new TopK(k);
    for (int index : offers) {
      top.offer(index, scores[index]);
    }
    assertThat(top.indices()).containsExactly(expected);
    assertThat(TopK.of(scores, k, i -> i % 3 != 0)).containsExactly(expected);
  }
}
