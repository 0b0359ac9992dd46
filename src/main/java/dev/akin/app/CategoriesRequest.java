package dev.akin.app;

import dev.akin.shop.InvalidFieldException;
import org.jspecify.annotations.Nullable;

/// Which groups of items, such as categories, to show somebody?
///
/// @param source whose taste counts
/// @param grouping what makes a group
/// @param itemsEach how many items of each group are told at most, 1 to 10; limit times this is at
///   most 100, as many as a list has places
/// @param options whose limit counts groups; what arranges a list (pins, promotions, caps,
///   diversity, novelty, exploration, minRelevance, rotation) is dropped
public record CategoriesRequest(
    HistorySource source, Grouping grouping, int itemsEach, ListOptions options) {
  static final int MOST_ITEMS = 10;
  private static final int USUAL_ITEMS = 5;

  public CategoriesRequest {
    if (itemsEach < 1 || itemsEach > MOST_ITEMS) {
      throw new InvalidFieldException("items", "out_of_range", "items must be 1 to " + MOST_ITEMS);
    }
    if (itemsEach * options.limit() > ListOptions.MAX_LIMIT) {
      throw new InvalidFieldException(
          "items",
          "out_of_range",
          "limit times items must be at most "
              + ListOptions.MAX_LIMIT
              + "; ask for fewer groups or fewer items of each");
    }
    options = options.with(options.rules().ordering()).with(Tuning.NONE);
  }

  /// @param itemsEach null for 5, or as many as the limit leaves room for
  public static CategoriesRequest of(
      HistorySource source, Grouping grouping, @Nullable Integer itemsEach, ListOptions options) {
    int room = Math.min(USUAL_ITEMS, ListOptions.MAX_LIMIT / options.limit());
    return new CategoriesRequest(source, grouping, itemsEach == null ? room : itemsEach, options);
  }
}
