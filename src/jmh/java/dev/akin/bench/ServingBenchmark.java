package dev.akin.bench;

import dev.akin.model.CatalogueSnapshot;
import dev.akin.model.FactorModel;
import dev.akin.model.History;
import dev.akin.model.ItemScorer;
import dev.akin.model.NeighbourPages;
import dev.akin.model.NeighbourPages.Neighbour;
import dev.akin.model.Release;
import dev.akin.model.ReleaseCodec;
import dev.akin.model.ReleaseContent;
import dev.akin.model.ReleaseManifest;
import dev.akin.model.ReleaseManifest.TrainingCounts;
import dev.akin.model.ReleasePart;
import dev.akin.rank.Source;
import dev.akin.rank.diversity.FactorSimilarity;
import dev.akin.rank.filter.Checked;
import dev.akin.rank.filter.Condition;
import dev.akin.rank.filter.ExpressionLimits;
import dev.akin.rank.filter.FilterContext;
import dev.akin.rank.filter.ItemSet;
import dev.akin.rank.list.BuiltList;
import dev.akin.rank.list.Candidates;
import dev.akin.rank.list.ListBuilder;
import dev.akin.rank.list.ListSettings;
import dev.akin.rank.list.Rule;
import dev.akin.rank.list.Tier;
import dev.akin.rank.list.Variety;
import dev.akin.shop.ItemId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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

/// What one request computes and what loading a release computes: 100,000 items, 64 factors, 100
/// past events. Without the store.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ServingBenchmark {
  private static final int ITEMS = 100_000;
  private static final int FACTORS = 64;
  private static final int EVENTS = 100;
  private static final int LIMIT = 20;
  private static final double DIVERSITY = 0.3;
  private static final String FILTER = "available and price <= 80 and attributes.brand != \"b7\"";
  private static final ItemId ITEM = new ItemId("item-031415");

  private final Condition filter = condition();
  private final FilterContext context = FilterContext.at(GeneratedRelease.NOW);
  private final History history = GeneratedRelease.history(ITEMS, EVENTS, 2);
  private final float[] scores = new float[ITEMS];
  private Map<String, byte[]> parts = Map.of();
  private byte[] page = {};
  private @Nullable ReleaseManifest manifest;
  private @Nullable Release release;

  /// What is measured is what was read back, as in a function.
  @Setup
  public void load() {
    ReleaseContent content = GeneratedRelease.of(ITEMS, FACTORS, 1);
    List<ReleasePart> encoded = ReleaseCodec.encode(content);
    manifest =
        ReleaseCodec.manifest(
            encoded, GeneratedRelease.NOW, 1, "blend", new TrainingCounts(1, 1, 1, 1, 0), "{}");
    parts = GeneratedRelease.bytes(encoded);
    page = page(encoded);
    release = decode();
  }

  private static byte[] page(List<ReleasePart> encoded) {
    List<byte[]> pages =
        encoded.stream()
            .filter(part -> part.name().equals(NeighbourPages.part("blend")))
            .findFirst()
            .orElseThrow()
            .chunks();
    return pages.get(NeighbourPages.pageOf(ITEM, pages.size()));
  }

  /// All parts that recommending needs, their bytes at hand.
  @Benchmark
  public Release decode() {
    return ReleaseCodec.decode(
        Objects.requireNonNull(manifest), name -> Objects.requireNonNull(parts.get(name)));
  }

  /// From a history to a page of 20: scores of four models, a filter of three conditions, a pool of
  /// 200 for diversity.
  @Benchmark
  public BuiltList recommend() {
    CatalogueSnapshot catalogue = release().catalogue();
    float[] own = new float[ITEMS];
    model("blend").profile(history).scores(own);
    ItemSet allowed = valid(filter.over(catalogue, context));
    FactorModel factors = (FactorModel) model("factors");
    return new ListBuilder(
            new Candidates(
                ITEMS,
                List.of(
                    Tier.positive(Source.FACTORS, own),
                    Tier.positive(Source.POPULAR, release().popularity().scores())),
                List.of(new Rule("filter", allowed))),
            ListSettings.plain(LIMIT)
                .with(Variety.of(DIVERSITY, new FactorSimilarity(factors.factors()))))
        .build();
  }

  /// The filter alone, over all items.
  @Benchmark
  public int filter() {
    return valid(filter.over(release().catalogue(), context)).count();
  }

  @Benchmark
  public float[] blend() {
    return scores("blend");
  }

  @Benchmark
  public float[] factors() {
    return scores("factors");
  }

  @Benchmark
  public float[] neighbours() {
    return scores("neighbours");
  }

  @Benchmark
  public float[] content() {
    return scores("content");
  }

  /// Solving for the vector of a history, without scoring.
  @Benchmark
  public ItemScorer.Profile foldIn() {
    return model("factors").profile(history);
  }

  /// One list from a page that has been read.
  @Benchmark
  public List<Neighbour> similar() {
    return NeighbourPages.find(page, ITEM);
  }

  private float[] scores(String strategy) {
    model(strategy).profile(history).scores(scores);
    return scores;
  }

  private ItemScorer model(String strategy) {
    return Objects.requireNonNull(release().scorers().get(strategy));
  }

  private Release release() {
    return Objects.requireNonNull(release);
  }

  private static Condition condition() {
    return valid(Condition.parse(FILTER, ExpressionLimits.DEFAULT));
  }

  private static <T> T valid(Checked<T> checked) {
    return switch (checked) {
      case Checked.Valid(T value) -> value;
      case Checked.Invalid(var problem) -> throw new IllegalStateException(problem.describe());
    };
  }
}
