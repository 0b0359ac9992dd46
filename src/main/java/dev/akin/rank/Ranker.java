package dev.akin.rank;

import dev.akin.math.TopK;
import dev.akin.model.CatalogueSnapshot;
import dev.akin.model.ItemScorer;
import dev.akin.model.LiveCatalogue;
import dev.akin.model.Release;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
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
    BitSet taken = (BitSet) query.excluded().clone();
    IntPredicate allowed = allowed(query, taken);
    List<RankedItem> ranking = new ArrayList<>();
    if (profile != null) {
      float[] scores = new float[release.catalogue().size()];
      profile.scores(scores);
      append(ranking, scores, query, source(query.strategy()), allowed, taken);
    }
    append(ranking, release.popularity().scores(), query, Source.POPULAR, allowed, taken);
    append(ranking, newness, query, Source.NEWEST, allowed, taken);
    return ranking;
  }

  private static void append(
      List<RankedItem> ranking,
      float[] scores,
      RankQuery query,
      Source source,
      IntPredicate allowed,
      BitSet taken) {
    int missing = query.limit() - ranking.size();
    if (missing <= 0) {
      return;
    }
    for (int item : TopK.of(scores, missing, i -> scores[i] > 0 && allowed.test(i))) {
      ranking.add(new RankedItem(item, scores[item], source));
      taken.set(item);
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

  private static Source source(Strategy strategy) {
    return switch (strategy) {
      case FACTORS -> Source.FACTORS;
      case NEIGHBOURS -> Source.NEIGHBOURS;
      case POPULAR -> Source.POPULAR;
    };
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
