package dev.akin.rank.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.akin.model.CatalogueSnapshot;
import dev.akin.model.History;
import dev.akin.model.Popularity;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CategoryPopularityTest {
  private static final int MUGS = 0;
  private static final int LAMPS = 1;

  /// 0 and 1 are mugs, 2 is a lamp, 3 is both, 4 is nothing.
  private static final CatalogueSnapshot CATALOGUE =
      new CatalogueSnapshot(
          new String[] {"a", "b", "c", "d", "e"},
          new boolean[5],
          new boolean[5],
          new long[5],
          new long[5],
          new int[] {0, 1, 2, 3, 5, 5},
          new int[] {MUGS, MUGS, LAMPS, MUGS, LAMPS},
          new String[] {"Mugs", "Lamps"});

  private static final float[] POPULAR = {6, 2, 10, 4, 8};

  private static final CategoryPopularity MODEL =
      new CategoryPopularity(CATALOGUE, new Popularity(POPULAR));

  @Test
  void strangersGetWhatIsPopular() {
    float[] scores = scores(History.EMPTY);

    for (int item = 0; item < POPULAR.length; item++) {
      assertThat(scores[item]).isCloseTo(POPULAR[item] / 30, within(1e-6f));
    }
  }

  @Test
  void oneEventBringsWhatIsPopularInItsCategory() {
    float[] scores = scores(new History(new int[] {1}, new float[] {1}));

    double mugs = (1 + 10.0 / 30) / 2;
    double lamps = 12.0 / 30 / 2;
    assertThat(scores[0]).isCloseTo((float) (mugs * 6 / 10), within(1e-6f));
    assertThat(scores[2]).isCloseTo((float) (lamps * 10 / 12), within(1e-6f));
    assertThat(scores[3]).isCloseTo((float) (mugs * 2 / 10 + lamps * 2 / 12), within(1e-6f));
    assertThat(scores[0]).as("a mug passes the lamp of the popular list").isGreaterThan(scores[2]);
    assertThat((double) sum(scores)).isCloseTo(1, within(1e-6));
  }

  @Test
  void theOpenPageCountsLikeAnEvent() {
    double[] byPage = MODEL.affinities(History.EMPTY, new int[] {LAMPS}, 1);
    double[] byEvent = MODEL.affinities(new History(new int[] {2}, new float[] {1}), new int[0], 1);

    assertThat(byPage).containsExactly(byEvent);
    assertThat(byPage[LAMPS]).isGreaterThan(byPage[MUGS]);
  }

  @Test
  void theLeadingCategoryIsTheOneThatAddsMost() {
    double[] lover = MODEL.affinities(new History(new int[] {2}, new float[] {9}), new int[0], 1);

    assertThat(MODEL.leading(3, lover)).isEqualTo("Lamps");
    assertThat(MODEL.leading(0, lover)).isEqualTo("Mugs");
    assertThat(MODEL.leading(4, lover)).as("an item without a category").isNull();
  }

  @Test
  void nothingPopularGivesZeros() {
    CategoryPopularity empty = new CategoryPopularity(CATALOGUE, new Popularity(new float[5]));
    float[] scores = new float[5];

    empty.scores(
        empty.affinities(new History(new int[] {0}, new float[] {1}), new int[0], 1), scores);

    assertThat(scores).containsOnly(0);
  }

  @Test
  void cautionMustBePositive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MODEL.affinities(History.EMPTY, new int[0], 0));
  }

  private static float[] scores(History history) {
    float[] scores = new float[5];
    MODEL.scores(MODEL.affinities(history, new int[0], CategoryPopularity.USUAL_CAUTION), scores);
    return scores;
  }

  private static double sum(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).sum();
  }
}
