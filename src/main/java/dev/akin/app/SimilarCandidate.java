package dev.akin.app;

import dev.akin.app.Recommendations.RecommendedItem;
import dev.akin.model.NeighbourPages.Neighbour;
import dev.akin.rank.Source;
import java.time.Instant;
import java.util.List;

/// An item that may be on a list of similar items.
///
/// @param neighbour as the release knew it
/// @param source which part of the release has it
record SimilarCandidate(Neighbour neighbour, Source source) {
  /// Whether the release had the item as not to be shown and nobody has changed it since.
  boolean hidden(Showcase.Look look, Instant now) {
    return !neighbour.shownAt(now.toEpochMilli()) && look.changes().of(neighbour.item()) == null;
  }

  RecommendedItem shown() {
    return new RecommendedItem(neighbour.item(), neighbour.score(), source.word(), List.of());
  }
}
