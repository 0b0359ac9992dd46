package dev.akin.rank;

import dev.akin.model.History;
import dev.akin.model.LiveCatalogue;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// What is ranked for whom.
///
/// @param history what the ranking is made for; empty for strangers
/// @param limit how many places; fewer come back only if no more items are allowed
/// @param excluded numbers of items to leave out
/// @param category a category path that every item must be in or below, or null
/// @param now epoch milliseconds, for items that expire
/// @param catalogue the release's catalogue as it is now, or null as the release knew it
public record RankQuery(
    Strategy strategy,
    History history,
    int limit,
    BitSet excluded,
    @Nullable String category,
    long now,
    @Nullable LiveCatalogue catalogue) {
  /// A question to the catalogue as the release knew it.
  public RankQuery(
      Strategy strategy,
      History history,
      int limit,
      BitSet excluded,
      @Nullable String category,
      long now) {
    this(strategy, history, limit, excluded, category, now, null);
  }

  /// The same question to the catalogue as it is now.
  public RankQuery over(LiveCatalogue live) {
    return new RankQuery(strategy, history, limit, excluded, category, now, live);
  }

  /// The same question for more or fewer places.
  public RankQuery withLimit(int places) {
    return new RankQuery(strategy, history, places, excluded, category, now, catalogue);
  }
}
