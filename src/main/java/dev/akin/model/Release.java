package dev.akin.model;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Everything that serving needs, loaded: all arrays of one length share the item numbers of the
/// catalogue snapshot.
///
/// @param popularity one score per item, at least 0
/// @param trends what sells better than before
/// @param habits how items are bought again; null if the training did not learn it
/// @param scorers the personal models by the word of their strategy, e.g. `factors`; may be empty.
///   A [BlendModel] shares its members with the others
/// @param context what items are worth in the context of a request
public record Release(
    ReleaseManifest manifest,
    CatalogueSnapshot catalogue,
    Popularity popularity,
    Trends trends,
    @Nullable Habits habits,
    SortedMap<String, ItemScorer> scorers,
    ContextLifts context) {
  public Release {
    requireSize("popularity", popularity.items(), catalogue);
    for (Popularity window : trends.byDays().values()) {
      requireSize("trends", window.items(), catalogue);
    }
    for (Map.Entry<String, ItemScorer> scorer : scorers.entrySet()) {
      requireSize(scorer.getKey(), scorer.getValue().items(), catalogue);
    }
    if (!context.within(catalogue)) {
      throw new IllegalArgumentException("context and catalogue differ in size");
    }
    scorers = new TreeMap<>(scorers);
  }

  /// A release in which nothing trends, nobody buys anything again and context says nothing.
  public Release(
      ReleaseManifest manifest,
      CatalogueSnapshot catalogue,
      Popularity popularity,
      SortedMap<String, ItemScorer> scorers) {
    this(manifest, catalogue, popularity, Trends.none(), null, scorers, ContextLifts.NONE);
  }

  private static void requireSize(String what, int items, CatalogueSnapshot catalogue) {
    if (items != catalogue.size()) {
      throw new IllegalArgumentException(what + " and catalogue differ in size");
    }
  }
}
