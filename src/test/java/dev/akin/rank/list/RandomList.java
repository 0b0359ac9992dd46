package dev.akin.rank.list;

import dev.akin.math.RandomCases;
import dev.akin.math.SeededRandom;
import dev.akin.model.QuantizedRows;
import dev.akin.rank.Source;
import dev.akin.rank.diversity.FactorSimilarity;
import dev.akin.rank.diversity.Similarity;
import dev.akin.rank.explore.Exploration;
import dev.akin.rank.explore.Newcomers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A random shop of up to 76 items in which every second one is allowed, on average: a personal
/// tier with negative scores as well, popular items behind it, brands, vectors and ages.
///
/// @param brands 0..3, or -1 for none
record RandomList(
    Candidates candidates, Similarity similarity, int[] brands, long[] createdAt, long seed) {
  static final long NOW = 1_000L * 86_400_000;
  private static final int COLUMNS = 6;

  static RandomList of(RandomCases.Case given) {
    SeededRandom random = given.random();
    int items = 4 * given.size();
    float[] personal = new float[items];
    float[] popular = new float[items];
    boolean[] allowed = new boolean[items];
    int[] brands = new int[items];
    long[] createdAt = new long[items];
    for (int item = 0; item < items; item++) {
      personal[item] = random.nextInt(3) == 0 ? Float.NaN : (float) random.nextGaussian();
      popular[item] = random.nextInt(6);
      allowed[item] = random.nextInt(2) == 0;
      brands[item] = random.nextInt(5) - 1;
      createdAt[item] = NOW - random.nextInt(60) * 86_400_000L;
    }
    Candidates candidates =
        new Candidates(
            items,
            List.of(Tier.every(Source.FACTORS, personal), Tier.positive(Source.POPULAR, popular)),
            List.of(new Rule("filter", item -> allowed[item])));
    float[] vectors = given.floats(items * COLUMNS);
    return new RandomList(
        candidates,
        new FactorSimilarity(QuantizedRows.of(vectors, items, COLUMNS)),
        brands,
        createdAt,
        given.seed());
  }

  int limit() {
    return 1 + (int) (seed % 13);
  }

  ListSettings plain() {
    return ListSettings.plain(limit());
  }

  /// Everything at once.
  ListSettings busy() {
    List<Pin> pins = new ArrayList<>();
    if (candidates.items() > 0) {
      pins.add(new Pin(2, (int) (seed % candidates.items())));
    }
    return plain()
        .with(new Relevance(0, List.of(item -> item % 3 == 0 ? 2 : 0.7)))
        .with(Variety.of(0.4, similarity))
        .with(
            new Merchandising(
                pins,
                List.of(new Promotion("new", item -> item % 4 == 0, 0.3)),
                List.of(Cap.of("brand", brands, 2))))
        .with(new Exploration(0.5, new Newcomers(createdAt, NOW, null), null), seed);
  }

  /// Items that are allowed and in a tier, in the order that the list must have without any wish.
  List<Integer> order() {
    return IntStream.range(0, candidates.items())
        .filter(item -> candidates.tierOf(item) >= 0 && candidates.allowed(item))
        .boxed()
        .sorted((a, b) -> {
          int byTier = Integer.compare(candidates.tierOf(a), candidates.tierOf(b));
          int byScore = Float.compare(score(b), score(a));
          return byTier != 0 ? byTier : byScore != 0 ? byScore : Integer.compare(a, b);
        })
        .toList();
  }

  private float score(int item) {
    return candidates.tiers().get(candidates.tierOf(item)).scores()[item];
  }

  /// `items .. 1`: item 0 is the best.
  static float[] descending(int items) {
    float[] scores = new float[items];
    for (int item = 0; item < items; item++) {
      scores[item] = items - item;
    }
    return scores;
  }

  static List<Integer> items(BuiltList list) {
    return list.places().stream().map(Place::item).toList();
  }
}
