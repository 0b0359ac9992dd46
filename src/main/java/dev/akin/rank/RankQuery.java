package dev.akin.rank;

import dev.akin.model.History;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// What is ranked for whom.
///
/// @param history what the ranking is made for; empty for strangers
/// @param limit how many places; fewer come back only if no more items are allowed
/// @param excluded numbers of items to leave out
/// @param category a category path that every item must be in or below, or null
/// @param now epoch milliseconds, for items that expire
public record RankQuery(
    Strategy strategy,
    History history,
    int limit,
    BitSet excluded,
    @Nullable String category,
    long now) {
  /// The same question for more or fewer places.
  public RankQuery withLimit(int places) {
    return new RankQuery(strategy, history, places, excluded, category, now);
  }
}
