package dev.akin.app;

import dev.akin.shop.ItemId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a shop asks for on one page.
///
/// @param source whose list it is
/// @param options what it is to be like
/// @param cursor what the page before gave, for the same source and options; null for the first
public record RecommendRequest(HistorySource source, ListOptions options, @Nullable String cursor) {
  public static final int MAX_LIMIT = ListOptions.MAX_LIMIT;
  public static final int DEFAULT_LIMIT = ListOptions.DEFAULT_LIMIT;

  /// The first page.
  public RecommendRequest(HistorySource source, ListOptions options) {
    this(source, options, null);
  }

  /// A list without rules of its own.
  public RecommendRequest(
      HistorySource source,
      int limit,
      Set<ItemId> exclude,
      boolean excludeSeen,
      @Nullable String category,
      @Nullable String strategy,
      boolean reasons) {
    this(
        source,
        new ListOptions(
            limit,
            strategy,
            new Narrowing(category, exclude, excludeSeen, List.of()),
            ListRules.NONE,
            Tuning.NONE,
            new Detail(reasons, List.of())));
  }

  /// The page that a cursor asks for.
  public RecommendRequest after(@Nullable String other) {
    return new RecommendRequest(source, options, other);
  }

  /// Ten items with reasons, seen ones left out, by the release's own strategy.
  public static RecommendRequest of(HistorySource source) {
    return new RecommendRequest(source, ListOptions.USUAL);
  }
}
