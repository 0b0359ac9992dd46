package dev.akin.rank;

import dev.akin.math.TopK;
import dev.akin.model.BlendModel;
import dev.akin.model.CatalogueSnapshot;
import dev.akin.model.ItemScorer;
import dev.akin.model.LiveCatalogue;
import dev.akin.model.Release;
import dev.akin.model.Trends;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Ranks the items of a release. Filters act before the cut, so a list is full whenever enough
/// items are allowed: first what the strategy scores above zero, then popular items, then the
/// newest.
///
/// Immutable and safe for concurrent use; cost of one ranking: one pass over the items per stage.
public final class Ranker {
  private final Release release;
  private final float[] newness;

  public Ranker(Release release) {
    this.release = release;
    this.newness = newness(release.catalogue());
  }

  public Release release() {
    return release;
  }

  /// What this release can follow.
  public Set<Strategy> strategies() {
    Set<Strategy> strategies = EnumSet.noneOf(Strategy.class);
    for (Strategy strategy : Strategy.values()) {
      if (!strategy.personal() || release.scorers().containsKey(strategy.word())) {
        strategies.add(strategy);
      }
    }
    return strategies;
  }

  /// The strategy that did best in the release's own evaluation.
  public Strategy usual() {
    return Strategy.of(release.manifest().strategy())
        .filter(strategies()::contains)
        .orElse(Strategy.POPULAR);
  }

  /// The personal model behind a strategy prepared for the query's history, or null if the strategy
  /// is not personal, the release lacks it or the history is empty.
  public ItemScorer.@Nullable Profile profile(RankQuery query) {
    ItemScorer scorer = release.scorers().get(query.strategy().word());
    return scorer == null || query.history().size() == 0 ? null : scorer.profile(query.history());
  }

  /// The best items, best first. Ties go to the smaller item number.
  ///
  /// @param profile from [#profile] for the same query
  public List<RankedItem> rank(RankQuery query, ItemScorer.@Nullable Profile profile) {
    if (query.strategy() == Strategy.TRENDING) {
      return trending(query, Trends.USUAL_DAYS);
    }
    Places places = new Places(query);
    if (profile != null) {
      float[] scores = new float[release.catalogue().size()];
      profile.scores(scores);
      places.append(scores, sources(query.strategy(), profile));
    }
    return places.filled();
  }

  /// What trends in a window, then popular items, then the newest; the query's strategy and history
  /// play no part.
  ///
  /// @param days one of [Trends#WINDOWS]
  public List<RankedItem> trending(RankQuery query, int days) {
    Places places = new Places(query);
    places.append(release.trends().scores(days, release.catalogue().size()), _ -> Source.TRENDING);
    return places.filled();
  }

  /// A list in the making.
  private final class Places {
    private final List<RankedItem> ranking = new ArrayList<>();
    private final RankQuery query;
    private final BitSet taken;
    private final IntPredicate allowed;

    Places(RankQuery query) {
      this.query = query;
      taken = (BitSet) query.excluded().clone();
      allowed = allowed(query, taken);
    }

    void append(float[] scores, IntFunction<Source> sources) {
      int missing = query.limit() - ranking.size();
      if (missing <= 0) {
        return;
      }
      for (int item : TopK.of(scores, missing, i -> scores[i] > 0 && allowed.test(i))) {
        ranking.add(new RankedItem(item, scores[item], sources.apply(item)));
        taken.set(item);
      }
    }

    List<RankedItem> filled() {
      append(release.popularity().scores(), _ -> Source.POPULAR);
      append(newness, _ -> Source.NEWEST);
      return ranking;
    }
  }

  private IntPredicate allowed(RankQuery query, BitSet taken) {
    LiveCatalogue catalogue =
        query.catalogue() != null
            ? query.catalogue()
            : LiveCatalogue.unchanged(release.catalogue());
    IntPredicate shown = item -> !taken.get(item) && catalogue.shownAt(item, query.now());
    if (query.category() == null) {
      return shown;
    }
    boolean[] members = catalogue.inCategory(query.category());
    return item -> members[item] && shown.test(item);
  }

  /// Which part of the release a personal score comes from; of a blend, the member that adds most.
  private static IntFunction<Source> sources(Strategy strategy, ItemScorer.Profile profile) {
    if (profile instanceof BlendModel.BlendProfile blend) {
      return item -> Source.of(blend.leader(item).name());
    }
    Source source = Source.of(strategy.word());
    return _ -> source;
  }

  /// In (0, 1]: 1 for the newest item, items without a date last.
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
