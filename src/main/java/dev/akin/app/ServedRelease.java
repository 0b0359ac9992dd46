package dev.akin.app;

import dev.akin.model.CatalogueSnapshot;
import dev.akin.model.ContentModel;
import dev.akin.model.ContextLifts;
import dev.akin.model.FactorModel;
import dev.akin.model.Habits;
import dev.akin.model.ItemScorer;
import dev.akin.model.NeighbourModel;
import dev.akin.model.Popularity;
import dev.akin.model.Release;
import dev.akin.model.ReleaseId;
import dev.akin.model.Trends;
import dev.akin.rank.Strategies;
import dev.akin.rank.Strategy;
import dev.akin.rank.diversity.ContentSimilarity;
import dev.akin.rank.diversity.FactorSimilarity;
import dev.akin.rank.diversity.NeighbourSimilarity;
import dev.akin.rank.diversity.Similarity;
import dev.akin.rank.score.CategoryPopularity;
import dev.akin.shop.Item;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A release as lists are made from it, with what is the same for all of them computed once. What
/// stands in while a shop has no release yet is made of its items alone.
///
/// Immutable and safe for concurrent use.
public final class ServedRelease {
  private final @Nullable ReleaseId id;
  private final Instant copied;
  private final @Nullable Habits habits;
  private final CatalogueSnapshot catalogue;
  private final Popularity popularity;
  private final Trends trends;
  private final SortedMap<String, ItemScorer> scorers;
  private final ContextLifts context;
  private final Set<Strategy> strategies;
  private final Strategy usual;
  private final float[] newness;
  private final CategoryPopularity categories;
  private final Similarity similarity;

  public ServedRelease(Release release) {
    this(
        new Origin(
            release.manifest().id(),
            release.manifest().trainedAt(),
            release.habits(),
            Strategies.of(release),
            Strategies.usual(release)),
        release.catalogue(),
        release.popularity(),
        release.trends(),
        release.scorers(),
        release.context());
  }

  private ServedRelease(
      Origin origin,
      CatalogueSnapshot catalogue,
      Popularity popularity,
      Trends trends,
      SortedMap<String, ItemScorer> scorers,
      ContextLifts context) {
    this.id = origin.id();
    this.copied = origin.copied();
    this.habits = origin.habits();
    this.strategies = origin.strategies();
    this.usual = origin.usual();
    this.catalogue = catalogue;
    this.popularity = popularity;
    this.trends = trends;
    this.scorers = scorers;
    this.context = context;
    newness = newness(catalogue);
    categories = new CategoryPopularity(catalogue, popularity);
    similarity = similarity(scorers);
  }

  /// @param copied when the copying of the catalogue began
  private record Origin(
      @Nullable ReleaseId id,
      Instant copied,
      @Nullable Habits habits,
      Set<Strategy> strategies,
      Strategy usual) {}

  /// What stands in while there is no release: nothing is known of the items but what they are.
  ///
  /// @param copied when reading them began
  static ServedRelease untrained(List<Item> items, Instant copied) {
    Map<String, Item> byId = new HashMap<>();
    items.forEach(item -> byId.put(item.id().value(), item));
    CatalogueSnapshot catalogue = CatalogueSnapshot.ofLive(byId);
    return new ServedRelease(
        new Origin(null, copied, null, EnumSet.allOf(Strategy.class), Strategy.POPULAR),
        catalogue,
        new Popularity(new float[catalogue.size()]),
        Trends.none(),
        new TreeMap<>(),
        ContextLifts.NONE);
  }

  @Nullable ReleaseId id() {
    return id;
  }

  /// When the copying of the catalogue began: what changed since is not in it.
  Instant copied() {
    return copied;
  }

  CatalogueSnapshot catalogue() {
    return catalogue;
  }

  float[] popularity() {
    return popularity.scores();
  }

  /// One score per item: in (0, 1], 1 for the newest, items without a date last.
  float[] newness() {
    return newness;
  }

  float[] trends(int days) {
    return trends.scores(days, catalogue.size());
  }

  /// How items are bought again; null if the release does not know.
  @Nullable Habits habits() {
    return habits;
  }

  CategoryPopularity categories() {
    return categories;
  }

  /// What alike means: content, else factors, else neighbours.
  Similarity similarity() {
    return similarity;
  }

  @Nullable ItemScorer scorer(Strategy strategy) {
    return scorers.get(strategy.word());
  }

  /// What items are worth in the context of a request.
  ContextLifts context() {
    return context;
  }

  Set<Strategy> strategies() {
    return strategies;
  }

  /// What is followed if nobody says what.
  Strategy usual() {
    return usual;
  }

  private static Similarity similarity(Map<String, ItemScorer> scorers) {
    if (scorers.get(Strategy.CONTENT.word()) instanceof ContentModel content) {
      return new ContentSimilarity(content.vectors());
    }
    if (scorers.get(Strategy.FACTORS.word()) instanceof FactorModel factors) {
      return new FactorSimilarity(factors.factors());
    }
    if (scorers.get(Strategy.NEIGHBOURS.word()) instanceof NeighbourModel neighbours) {
      return new NeighbourSimilarity(neighbours.weights());
    }
    return Similarity.NONE;
  }

  private static float[] newness(CatalogueSnapshot catalogue) {
    long oldest = Long.MAX_VALUE;
    long newest = Long.MIN_VALUE;
    for (long created : catalogue.createdAt()) {
      if (created != Long.MIN_VALUE) {
        oldest = Math.min(oldest, created);
        newest = Math.max(newest, created);
      }
    }
    float[] newness = new float[catalogue.size()];
    for (int i = 0; i < newness.length; i++) {
      long created = catalogue.createdAt()[i];
      newness[i] =
          created == Long.MIN_VALUE
              ? 0.25f
              : (float)
                  (0.5 + 0.5 * ((double) created - oldest) / Math.max(1, (double) newest - oldest));
    }
    return newness;
  }
}
