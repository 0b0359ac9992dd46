package dev.akin.app;

import dev.akin.shop.ItemId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a shop asks for on one page.
///
/// @param limit 1 to 100
/// @param exclude items to leave out, at most 500
/// @param excludeSeen whether the items of the history are left out
/// @param category a category path such as `Home > Mugs` that every item must be in or below, or
///   null
/// @param strategy the word of a [dev.akin.rank.Strategy], or null for the release's own choice;
///   checked against the release that answers
/// @param reasons whether to explain each item
public record RecommendRequest(
    HistorySource source,
    int limit,
    Set<ItemId> exclude,
    boolean excludeSeen,
    @Nullable String category,
    @Nullable String strategy,
    boolean reasons) {
  public static final int MAX_LIMIT = 100;
  public static final int DEFAULT_LIMIT = 10;

  public RecommendRequest {
    Limits.require(limit, MAX_LIMIT);
    exclude = Set.copyOf(exclude);
  }

  /// Ten items with reasons, seen ones left out, by the release's own strategy.
  public static RecommendRequest of(HistorySource source) {
    return new RecommendRequest(source, DEFAULT_LIMIT, Set.of(), true, null, null, true);
  }
}
