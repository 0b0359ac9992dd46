package dev.akin.rank.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class NoveltyTest {
  @Test
  void theLeastKnownItemIsTheMostNovel() {
    float[] popularity = {8, 0, 99, 1};

    double[] novelty = Novelty.of(new int[] {3, 0, 1}, popularity);

    double m = 3;
    double middle = Math.log((8 + m) / (1 + m)) / Math.log((8 + m) / m);
    assertThat(novelty[0]).isCloseTo(middle, within(1e-12));
    assertThat(novelty[1]).isZero();
    assertThat(novelty[2]).isEqualTo(1);
  }

  @Test
  void theUnitOfPopularityIsIrrelevant() {
    int[] items = {0, 1, 2};

    double[] small = Novelty.of(items, new float[] {0.25f, 0.5f, 4});
    double[] large = Novelty.of(items, new float[] {256, 512, 4096});

    assertThat(small).containsExactly(large, within(1e-12));
  }

  @Test
  void nothingIsNovelWhereNothingDiffers() {
    assertThat(Novelty.of(new int[] {0, 1}, new float[] {0, 0})).containsOnly(0);
    assertThat(Novelty.of(new int[] {0, 1}, new float[] {5, 5})).containsOnly(0);
    assertThat(Novelty.of(new int[0], new float[0])).isEmpty();
  }
}
