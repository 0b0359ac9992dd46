package dev.akin.app;

import dev.akin.model.BlendModel;
import dev.akin.model.History;
import dev.akin.model.ItemScorer;
import dev.akin.rank.Explanation;
import dev.akin.rank.Source;
import dev.akin.rank.Strategy;
import dev.akin.rank.list.PlaceReasons;
import dev.akin.rank.list.Tier;
import dev.akin.rank.score.CategoryPopularity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// What scores the items of one list: the strategy, then what is popular in the categories that the
/// visitor looks at, then what is popular, then what is new.
final class Tiers {
  private final ListInput input;
  private final Strategy strategy;
  private final ItemScorer.@Nullable Profile profile;
  private final @Nullable DueItems due;

  /// How much the visitor cares for each category, or null if nothing is known.
  private final double @Nullable [] affinities;

  Tiers(ListInput input) {
    this.input = input;
    Strategy wanted = input.wanted();
    ItemScorer scorer = input.served().scorer(wanted);
    boolean known = history().size() > 0;
    profile = scorer == null || !known ? null : scorer.profile(history());
    due = wanted == Strategy.AGAIN ? DueItems.of(input.visitor()) : null;
    boolean stranger = profile == null && due == null;
    strategy = stranger && wanted.personal() ? Strategy.POPULAR : wanted;
    boolean free = wanted.personal() || input.options().strategy() == null;
    affinities = free ? affinities() : null;
  }

  /// What is followed: popular items for strangers.
  Strategy strategy() {
    return strategy;
  }

  /// What the visitor bought and may buy again; null if that is not asked for, or nothing is.
  @Nullable DueItems due() {
    return due;
  }

  /// The preferred first; the last one holds every item.
  List<Tier> all() {
    Shelf shelf = input.shelf();
    List<Tier> tiers = new ArrayList<>();
    if (strategy == Strategy.NEWEST) {
      tiers.add(Tier.positive(Source.NEWEST, shelf.recency()));
      tiers.add(Tier.positive(Source.NEWEST, shelf.newness()));
      return tiers;
    }
    if (profile != null) {
      float[] scores = profile.scores(shelf.known());
      tiers.add(new Tier(sources(profile), shelf.padded(scores), 0));
    }
    if (due != null) {
      tiers.add(Tier.positive(Source.AGAIN, due.scores()));
    }
    if (strategy == Strategy.TRENDING) {
      float[] scores = input.served().trends(input.trendDays());
      tiers.add(Tier.positive(Source.TRENDING, shelf.padded(scores)));
    }
    double[] care = affinities;
    if (care != null) {
      tiers.add(Tier.positive(Source.POPULAR, () -> popularWhere(care)));
    }
    tiers.add(Tier.positive(Source.POPULAR, shelf.popularity()));
    tiers.add(Tier.positive(Source.NEWEST, shelf.newness()));
    return tiers;
  }

  private float[] popularWhere(double[] care) {
    float[] scores = new float[input.shelf().known()];
    input.served().categories().scores(care, scores);
    return input.shelf().padded(scores);
  }

  PlaceReasons reasons() {
    ItemScorer.Profile scored = profile;
    double[] care = affinities;
    int known = input.shelf().known();
    return new PlaceReasons(
        item ->
            scored == null || item >= known ? List.of() : Explanation.of(scored, history(), item),
        _ -> List.of(),
        item ->
            care == null || item >= known ? null : input.served().categories().leading(item, care));
  }

  private History history() {
    return input.visitor().history();
  }

  /// From the history and from the page that is open; null if both are empty.
  private double @Nullable [] affinities() {
    int[] context = context();
    return history().size() == 0 && context.length == 0
        ? null
        : input
            .served()
            .categories()
            .affinities(history(), context, CategoryPopularity.USUAL_CAUTION);
  }

  /// The categories of the item that is looked at, or that are asked for.
  private int[] context() {
    if (input.current() != null) {
      return Catalogues.numbersOf(input.shelf().release(), input.current().categories());
    }
    String path = input.options().narrowing().category();
    return path == null ? new int[0] : Catalogues.below(input.shelf().release(), path);
  }

  /// Which part of the release a personal score comes from; of a blend, the member that adds most.
  private IntFunction<Source> sources(ItemScorer.Profile scored) {
    if (scored instanceof BlendModel.BlendProfile blend) {
      return item -> Source.of(blend.leader(item).name());
    }
    Source source = Source.of(strategy.word());
    return _ -> source;
  }
}
