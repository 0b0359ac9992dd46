package dev.akin.model;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Everything that a training made, before it is cut into parts.
///
/// @param habits how items are bought again; null if nobody bought anything twice
/// @param scorers the personal models by the word of their strategy; what a [BlendModel] blends are
///   the very models that are here under its members' names
/// @param similar lists for "similar to this item", by the word of what makes items similar
/// @param users whom users are compared with, or null
/// @param context what items are worth in the context of a request
public record ReleaseContent(
    CatalogueSnapshot catalogue,
    Popularity popularity,
    Trends trends,
    @Nullable Habits habits,
    SortedMap<String, ItemScorer> scorers,
    SortedMap<String, NeighbourLists> similar,
    @Nullable UserFactors users,
    ContextLifts context) {
  public ReleaseContent {
    scorers = new TreeMap<>(scorers);
    similar = new TreeMap<>(similar);
  }

  /// Without habits, context and any user.
  public ReleaseContent(
      CatalogueSnapshot catalogue,
      Popularity popularity,
      Trends trends,
      SortedMap<String, ItemScorer> scorers,
      SortedMap<String, NeighbourLists> similar) {
    this(catalogue, popularity, trends, null, scorers, similar, null, ContextLifts.NONE);
  }
}
