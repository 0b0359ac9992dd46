package dev.akin.rank.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.math.SeededRandom;
import dev.akin.model.QuantizedRows;
import dev.akin.rank.Source;
import dev.akin.rank.diversity.FactorSimilarity;
import dev.akin.rank.diversity.Similarity;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Items in clusters, the personal score being likeness to one taste: the best items are all alike.
final class DiversityTest {
  private static final int ITEMS = 400;
  private static final int COLUMNS = 8;
  private static final int SHOPS = 30;
  private static final int LIMIT = 10;

  @Test
  void listsBecomeMoreDiverseAndLessRelevantStepByStep() {
    double distance = -1;
    double relevance = Double.MAX_VALUE;
    for (double diversity : new double[] {0, 0.2, 0.4, 0.6, 0.8, 1}) {
      double distances = 0;
      double scores = 0;
      for (int shop = 0; shop < SHOPS; shop++) {
        List<Place> places = list(shop, diversity);
        distances += intraListDistance(places, similarity(shop)) / SHOPS;
        scores += places.stream().mapToDouble(Place::score).sum() / SHOPS;
      }
      assertThat(distances).as("distance at " + diversity).isGreaterThanOrEqualTo(distance);
      assertThat(scores).as("scores at " + diversity).isLessThanOrEqualTo(relevance);
      distance = distances;
      relevance = scores;
    }
    assertThat(distance).isGreaterThan(0.5);
  }

  @Test
  void theBestItemStaysFirst() {
    assertThat(list(3, 1).getFirst()).isEqualTo(list(3, 0).getFirst());
  }

  @Test
  void aPinIsPartOfWhatTheListMustDifferFrom() {
    float[] scores = {0, 10, 9, 8};
    float[] vectors = {1, 0, 1, 0, 0.9f, 0.1f, 0, 1};
    Candidates candidates =
        new Candidates(4, List.of(Tier.positive(Source.FACTORS, scores)), List.of());
    ListSettings settings =
        ListSettings.plain(2)
            .with(Merchandising.pins(new Pin(2, 0)))
            .with(Variety.of(0.9, new FactorSimilarity(QuantizedRows.of(vectors, 4, 2))));

    assertThat(RandomList.items(new ListBuilder(candidates, settings).build()))
        .containsExactly(3, 0);
  }

  private static List<Place> list(int shop, double diversity) {
    QuantizedRows rows = rows(shop);
    float[] scores = new float[ITEMS];
    double[] row = new double[COLUMNS];
    for (int item = 0; item < ITEMS; item++) {
      rows.row(item, row);
      scores[item] = (float) (row[0] + 0.3 * row[1]);
    }
    Candidates candidates =
        new Candidates(ITEMS, List.of(Tier.every(Source.FACTORS, scores)), List.of());
    ListSettings settings =
        ListSettings.plain(LIMIT).with(Variety.of(diversity, new FactorSimilarity(rows)));
    return new ListBuilder(candidates, settings).build().places();
  }

  private static Similarity similarity(int shop) {
    return new FactorSimilarity(rows(shop));
  }

  private static QuantizedRows rows(int shop) {
    SeededRandom random = new SeededRandom(shop);
    float[] vectors = new float[ITEMS * COLUMNS];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = (float) random.nextGaussian();
    }
    return QuantizedRows.of(vectors, ITEMS, COLUMNS);
  }

  private static double intraListDistance(List<Place> places, Similarity similarity) {
    int[] items = places.stream().mapToInt(Place::item).toArray();
    Similarity.Pool pool = similarity.over(items);
    float[] likeness = new float[items.length];
    double sum = 0;
    for (int item : items) {
      pool.to(item, likeness);
      for (int i = 0; i < items.length; i++) {
        sum += items[i] == item ? 0 : 1 - likeness[i];
      }
    }
    return sum / (items.length * (items.length - 1));
  }
}
