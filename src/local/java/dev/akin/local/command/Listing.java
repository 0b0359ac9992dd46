package dev.akin.local.command;

import dev.akin.app.Recommendations.Reason;
import dev.akin.app.Recommendations.RecommendedItem;
import dev.akin.port.Catalog;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Prints recommended items: place, id, title, the part that produced it, and why.
final class Listing {
  private final Map<ItemId, Item> known;

  private Listing(Map<ItemId, Item> known) {
    this.known = known;
  }

  static void print(List<RecommendedItem> items, Catalog catalog) {
    Set<ItemId> named = new HashSet<>();
    for (RecommendedItem item : items) {
      named.add(item.item());
      for (Reason reason : item.reasons()) {
        ItemId past = reason.item();
        if (past != null) {
          named.add(past);
        }
      }
    }
    Listing listing = new Listing(catalog.findAll(named));
    int place = 1;
    for (RecommendedItem item : items) {
      System.out.printf(
          "%3d. %-10s %-42s %-11s %s%n",
          place++,
          item.item().value(),
          listing.title(item.item()),
          item.source(),
          listing.because(item.reasons()));
    }
  }

  private String because(List<Reason> reasons) {
    List<String> words = reasons.stream().limit(2).map(this::words).toList();
    return words.isEmpty() ? "" : "because of " + String.join(", ", words);
  }

  private String words(Reason reason) {
    ItemId item = reason.item();
    String what = item == null ? String.valueOf(reason.kind()) : title(item);
    return "%s %.0f%%".formatted(what, 100 * reason.share());
  }

  private String title(ItemId id) {
    Item item = known.get(id);
    String title = item == null ? null : item.title();
    return title == null ? id.value() : title;
  }
}
