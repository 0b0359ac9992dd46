package dev.akin.app;

import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.ItemId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a shop wants to have put in order: the items of a search, of a shelf, of a mail.
///
/// @param source whose order it is
/// @param items 1 to 500, distinct, in the order that they have without us
/// @param options how to rank; what fills or cuts a list (exclude, category, excludeEvents, pins,
///   promotions, caps, exploration, minRelevance, rotation) is dropped, since a scenario may bring
///   it; limit is not looked at
public record RankRequest(HistorySource source, List<ItemId> items, ListOptions options) {
  public static final int MOST_ITEMS = 500;

  public RankRequest {
    if (items.isEmpty()) {
      throw new InvalidFieldException(
          "items", "too_few", "items must have 1 to " + MOST_ITEMS + " entries");
    }
    if (items.size() > MOST_ITEMS) {
      throw new InvalidFieldException(
          "items", "too_many", "items must have at most " + MOST_ITEMS + " entries");
    }
    items = List.copyOf(items);
    options = ordering(options);
    Map<ItemId, Integer> places = new HashMap<>();
    for (int i = 0; i < items.size(); i++) {
      Integer first = places.putIfAbsent(items.get(i), i);
      if (first != null) {
        throw new InvalidFieldException(
            place(i), "duplicate", "the same item as items[" + first + "]; give each once");
      }
    }
  }

  private static ListOptions ordering(ListOptions options) {
    Tuning tuning = options.tuning();
    return options
        .with(new Narrowing(null, Set.of(), options.narrowing().excludeSeen(), List.of()))
        .with(options.rules().ordering())
        .with(new Tuning(tuning.diversity(), tuning.novelty(), 0, 0, 0));
  }

  /// Where an item stands in the request.
  static String place(int index) {
    return "items[" + index + "]";
  }
}
