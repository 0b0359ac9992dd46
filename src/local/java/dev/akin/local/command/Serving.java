package dev.akin.local.command;

import dev.akin.app.FindSimilarItems;
import dev.akin.app.Live;
import dev.akin.app.RecommendItems;
import dev.akin.app.Recommendations.Reason;
import dev.akin.app.Recommendations.RecommendedItem;
import dev.akin.app.ReleaseLoader;
import dev.akin.app.ServingSettings;
import dev.akin.app.Signer;
import dev.akin.app.SimilarIndex;
import dev.akin.model.ReleaseManifest;
import dev.akin.port.Catalog;
import dev.akin.rank.Ranker;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.Strength;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// The use cases of serving on a shop's tables, and their answers as lines of text.
final class Serving {
  private static final ServingSettings SETTINGS =
      new ServingSettings(200, Duration.ofSeconds(30), Strength.DEFAULT, InstantSource.system());

  private final Stores stores;

  Serving(Stores stores) {
    this.stores = stores;
  }

  RecommendItems recommend() {
    ReleaseLoader loader = new ReleaseLoader(stores.releases());
    Signer signer = new Signer(stores.keys(), Serving::fresh);
    return new RecommendItems(
        live(manifest -> new Ranker(loader.load(manifest))),
        stores.events(),
        stores.catalog(),
        signer,
        SETTINGS);
  }

  FindSimilarItems similar() {
    return new FindSimilarItems(
        live(manifest -> SimilarIndex.load(stores.releases(), manifest)),
        stores.releases(),
        stores.events(),
        stores.catalog(),
        SETTINGS);
  }

  /// One line per item: place, id, title, the part that produced it, and why.
  void print(List<RecommendedItem> items) {
    Catalog catalog = stores.catalog();
    Set<ItemId> named = new HashSet<>();
    for (RecommendedItem item : items) {
      named.add(item.item());
      item.reasons().stream().map(Reason::item).filter(id -> id != null).forEach(named::add);
    }
    Map<ItemId, Item> known = catalog.findAll(named);
    int place = 1;
    for (RecommendedItem item : items) {
      System.out.printf(
          "%3d. %-10s %-42s %-11s %s%n",
          place++,
          item.item().value(),
          title(item.item(), known),
          item.source(),
          because(item.reasons(), known));
    }
  }

  private <T> Live<T> live(Function<ReleaseManifest, T> loader) {
    return new Live<>(
        stores.releases(), SETTINGS.clock(), SETTINGS.recheck(), loader, System.err::println);
  }

  private static String because(List<Reason> reasons, Map<ItemId, Item> known) {
    List<String> words =
        reasons.stream()
            .limit(2)
            .map(reason -> {
              ItemId item = reason.item();
              String what = item == null ? String.valueOf(reason.kind()) : title(item, known);
              return "%s %.0f%%".formatted(what, 100 * reason.share());
            })
            .toList();
    return words.isEmpty() ? "" : "because of " + String.join(", ", words);
  }

  private static String title(ItemId id, Map<ItemId, Item> known) {
    Item item = known.get(id);
    String title = item == null ? null : item.title();
    return title == null ? id.value() : title;
  }

  private static byte[] fresh() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }
}
