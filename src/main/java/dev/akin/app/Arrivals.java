package dev.akin.app;

import dev.akin.model.CatalogueSnapshot;
import dev.akin.rank.score.Recency;
import dev.akin.shop.ItemId;
import java.util.Arrays;
import java.util.Set;

/// When the items on a shelf came into the shop, by their dates as they are now.
final class Arrivals {
  private Arrivals() {}

  /// How new each item is, in [0, 1]; 0 without a date. What came since the release without a date
  /// is as new as the release.
  ///
  /// @param guests what is on the shelf for one request only and may have come at any time
  static float[] scores(Shelf shelf, Set<ItemId> guests) {
    long[] dates = Arrays.copyOf(shelf.createdAt(), shelf.size());
    CatalogueSnapshot fresh = shelf.fresh();
    for (int place = 0; place < fresh.size(); place++) {
      int item = shelf.find(new ItemId(fresh.id(place)));
      dates[item] = fresh.createdAt()[place];
    }
    for (int item = shelf.known(); item < dates.length; item++) {
      if (dates[item] == Recency.NO_DATE && !guests.contains(shelf.id(item))) {
        dates[item] = shelf.served().copied().toEpochMilli();
      }
    }
    return Recency.scores(dates);
  }
}
