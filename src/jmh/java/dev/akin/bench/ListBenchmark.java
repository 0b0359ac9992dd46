package dev.akin.bench;

import dev.akin.math.RowTiles;
import dev.akin.math.SeededRandom;
import dev.akin.model.QuantizedRows;
import dev.akin.rank.Source;
import dev.akin.rank.diversity.FactorSimilarity;
import dev.akin.rank.explore.Exploration;
import dev.akin.rank.explore.Exposure;
import dev.akin.rank.explore.Newcomers;
import dev.akin.rank.list.BuiltList;
import dev.akin.rank.list.Candidates;
import dev.akin.rank.list.Cap;
import dev.akin.rank.list.ListBuilder;
import dev.akin.rank.list.ListSettings;
import dev.akin.rank.list.Merchandising;
import dev.akin.rank.list.Pin;
import dev.akin.rank.list.Promotion;
import dev.akin.rank.list.Relevance;
import dev.akin.rank.list.Rule;
import dev.akin.rank.list.Tier;
import dev.akin.rank.list.Variety;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// From the scores of 100,000 items, 64 factors each, to a page of 10. A rule allows nine items of
/// ten.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ListBenchmark {
  private static final int CATALOGUE = 100_000;
  private static final int FACTORS = 64;
  private static final int LIMIT = 10;
  private static final int BRANDS = 200;
  private static final long DAY = 86_400_000;
  private static final long NOW = 20_000 * DAY;

  private Candidates candidates = new Candidates(0, List.of(), List.of());
  private Variety variety = Variety.NONE;
  private Newcomers newcomers = new Newcomers(new long[0], 0, null);
  private Exposure clicks = new Exposure(new int[0], null);
  private final int[] brands = new int[CATALOGUE];
  private final double[] factors = new double[CATALOGUE];

  @Setup
  public void fill() {
    SeededRandom random = new SeededRandom(1);
    float[] scores = new float[CATALOGUE];
    float[] popular = new float[CATALOGUE];
    long[] created = new long[CATALOGUE];
    int[] shown = new int[CATALOGUE];
    int[] clicked = new int[CATALOGUE];
    for (int item = 0; item < CATALOGUE; item++) {
      scores[item] = (float) random.nextGaussian();
      popular[item] = 1 + random.nextInt(100);
      brands[item] = random.nextInt(BRANDS);
      factors[item] = random.nextInt(20) == 0 ? 1.5 : 1;
      created[item] = NOW - random.nextInt(1000) * DAY;
      shown[item] = random.nextInt(500);
      clicked[item] = shown[item] / 20;
    }
    candidates =
        new Candidates(
            CATALOGUE,
            List.of(Tier.positive(Source.FACTORS, scores), Tier.positive(Source.POPULAR, popular)),
            List.of(new Rule("filter", item -> item % 10 != 0)));
    variety = Variety.of(0.3, new FactorSimilarity(rows(random)));
    newcomers = new Newcomers(created, NOW, null);
    clicks = new Exposure(shown, clicked);
  }

  private static QuantizedRows rows(SeededRandom random) {
    byte[] values = new byte[CATALOGUE * FACTORS];
    float[] scales = new float[CATALOGUE];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) (random.nextInt(255) - 127);
    }
    for (int item = 0; item < CATALOGUE; item++) {
      scales[item] = 0.01f;
    }
    return new QuantizedRows(CATALOGUE, FACTORS, RowTiles.of(values, CATALOGUE, FACTORS), scales);
  }

  /// The order of the scores.
  @Benchmark
  public BuiltList plain() {
    return build(settings());
  }

  /// Maximal marginal relevance over a pool of 100.
  @Benchmark
  public BuiltList diverse() {
    return build(settings().with(variety));
  }

  /// A factor for every item of the catalogue, asked one by one.
  @Benchmark
  public BuiltList boosted() {
    return build(settings().with(boosts()));
  }

  /// Diversity, boosts, a pin, a promotion, at most two of a brand.
  @Benchmark
  public BuiltList merchandised() {
    return build(settings().with(variety).with(boosts()).with(merchandising()));
  }

  /// The same with exploration of new items and the tail.
  @Benchmark
  public BuiltList explored() {
    Exploration exploration = new Exploration(0.1, newcomers, null);
    return build(
        settings().with(variety).with(boosts()).with(merchandising()).with(exploration, 7));
  }

  /// The same with Thompson sampling.
  @Benchmark
  public BuiltList sampled() {
    Exploration exploration = new Exploration(0.1, newcomers, clicks);
    return build(
        settings().with(variety).with(boosts()).with(merchandising()).with(exploration, 7));
  }

  private BuiltList build(ListSettings settings) {
    return new ListBuilder(candidates, settings).build();
  }

  private static ListSettings settings() {
    return ListSettings.plain(LIMIT);
  }

  private Relevance boosts() {
    return new Relevance(0, List.of(item -> factors[item]));
  }

  private Merchandising merchandising() {
    return new Merchandising(
        List.of(new Pin(3, 77)),
        List.of(new Promotion("brand", item -> brands[item] == 7, 0.2)),
        List.of(Cap.of("brand", brands, 2)));
  }
}
