package dev.akin.app;

import dev.akin.model.CatalogueSnapshot;
import dev.akin.model.ItemChanges;
import dev.akin.model.LiveCatalogue;
import dev.akin.rank.diversity.Similarity;
import dev.akin.shop.Item;
import dev.akin.shop.ItemChange;
import dev.akin.shop.ItemId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/// What there is to show: the items of a release as they are now, and after them, with the next
/// numbers, those that came into the shop since. Numbers from [#known] on mean something else after
/// the next change, so nobody may keep them.
///
/// Made once for all requests between two changes. While nothing was added the arrays are those of
/// the release; else each is a copy. Safe for concurrent use; what it answers never changes.
final class Shelf {
  private final ServedRelease served;
  private final ItemChanges changes;
  private final LiveCatalogue live;

  /// The changed items that still exist, as a small catalogue of their own.
  private final CatalogueSnapshot fresh;

  /// Ascending numbers of those of them that the release knows, and their numbers in `fresh`.
  private final int[] changed;

  private final int[] places;

  /// The others' numbers in `fresh`, the newest first.
  private final int[] addedPlaces;

  private final Map<ItemId, Integer> addedNumbers = new HashMap<>();
  private final float[] newness;
  private final float[] popularity;
  private final long[] createdAt;
  private final Similarity similarity;
  private float @Nullable [] recency;

  /// What was put here for one request only.
  private final Set<ItemId> guests;

  Shelf(ServedRelease served, ItemChanges changes) {
    this(served, changes, Set.of());
  }

  private Shelf(ServedRelease served, ItemChanges changes, Set<ItemId> guests) {
    this.served = served;
    this.changes = changes;
    this.guests = guests;
    CatalogueSnapshot release = served.catalogue();
    live = LiveCatalogue.of(release, changes);
    fresh = fresh(changes);
    int[] releaseNumbers = new int[fresh.size()];
    Arrays.setAll(releaseNumbers, place -> release.find(fresh.id(place)));
    changed = Arrays.stream(releaseNumbers).filter(item -> item >= 0).toArray();
    places = new int[changed.length];
    for (int place = 0, at = 0; place < releaseNumbers.length; place++) {
      if (releaseNumbers[place] >= 0) {
        places[at++] = place;
      }
    }
    List<Item> added = live.added();
    addedPlaces = added.stream().mapToInt(item -> fresh.find(item.id().value())).toArray();
    added.forEach(item -> addedNumbers.put(item.id(), known() + addedNumbers.size()));
    popularity = padded(served.popularity());
    createdAt = added.isEmpty() ? release.createdAt() : dates();
    newness = padded(served.newness());
    Arrays.fill(newness, known(), size(), 1);
    similarity = added.isEmpty() ? served.similarity() : this::similarTo;
  }

  /// The same shelf with those of some items that are not there yet.
  Shelf with(Collection<Item> items) {
    Set<ItemId> more = new HashSet<>(guests);
    List<ItemChange> wider = new ArrayList<>();
    for (Item item : items) {
      if (find(item.id()) < 0 && more.add(item.id())) {
        wider.add(new ItemChange(item.id(), 0, item));
      }
    }
    return wider.isEmpty() ? this : new Shelf(served, changes.with(wider), more);
  }

  /// Whether lists before the first training cannot show the item: they are made of one page of the
  /// catalogue, and of what changed since it was read.
  boolean beyondPage(int item) {
    return hasBeyondPage() && guests.contains(id(item));
  }

  /// Whether there are such items here.
  boolean hasBeyondPage() {
    return served.id() == null && !guests.isEmpty();
  }

  private static CatalogueSnapshot fresh(ItemChanges changes) {
    Map<String, Item> live = new HashMap<>();
    for (ItemChange change : changes.all()) {
      if (change.item() != null) {
        live.put(change.id().value(), change.item());
      }
    }
    return CatalogueSnapshot.ofLive(live);
  }

  private long[] dates() {
    long[] all = Arrays.copyOf(served.catalogue().createdAt(), size());
    for (int i = 0; i < addedPlaces.length; i++) {
      all[known() + i] = fresh.createdAt()[addedPlaces[i]];
    }
    return all;
  }

  ServedRelease served() {
    return served;
  }

  ItemChanges changes() {
    return changes;
  }

  CatalogueSnapshot release() {
    return served.catalogue();
  }

  /// The changed and the new items.
  CatalogueSnapshot fresh() {
    return fresh;
  }

  /// How many items the release knows.
  int known() {
    return served.catalogue().size();
  }

  int size() {
    return known() + addedPlaces.length;
  }

  /// The number of an item, or a negative one.
  int find(ItemId id) {
    Integer added = addedNumbers.isEmpty() ? null : addedNumbers.get(id);
    return added != null ? added : release().find(id.value());
  }

  ItemId id(int item) {
    return new ItemId(item < known() ? release().id(item) : fresh.id(addedPlaces[item - known()]));
  }

  /// Whether the release found the item in the catalogue, or it came since; an item that was never
  /// there is known from events only.
  boolean listed(int item) {
    return item >= known() || release().listed()[item];
  }

  boolean shownAt(int item, long now) {
    return item < known()
        ? live.shownAt(item, now)
        : live.added().get(item - known()).shownAt(Instant.ofEpochMilli(now));
  }

  /// The item as it is now, without its description and what the release had no room for.
  Item item(int item) {
    if (item >= known()) {
      return live.added().get(item - known());
    }
    Item current = live.changed(item) ? live.item(item) : Catalogues.item(release(), item);
    return current == null ? Item.deleted(id(item)) : current;
  }

  /// Whether the shop deleted the item since the release.
  boolean deleted(int item) {
    return item < known() && live.changed(item) && live.item(item) == null;
  }

  /// Whether the shop has changed or added the item since the release.
  boolean changed(int item) {
    return item >= known() || live.changed(item);
  }

  /// Whether [#item] knows all of an item but the description.
  boolean whole(int item) {
    return changed(item) || release().fields().leftOut().isEmpty();
  }

  IntPredicate inCategory(String path) {
    boolean[] members = live.inCategory(path);
    return item -> item < known() ? members[item] : live.added().get(item - known()).in(path);
  }

  /// In (0, 1]: 1 for what came since, items without a date last.
  float[] newness() {
    return newness;
  }

  /// What [Arrivals] scores, made when it is first asked for.
  synchronized float[] recency() {
    float[] known = recency == null ? Arrivals.scores(this, guests) : recency;
    recency = known;
    return known;
  }

  float[] popularity() {
    return popularity;
  }

  long[] createdAt() {
    return createdAt;
  }

  Similarity similarity() {
    return similarity;
  }

  /// Scores of a release with zeros for what came since.
  float[] padded(float[] scores) {
    return addedPlaces.length == 0 && scores.length == known()
        ? scores
        : Arrays.copyOf(scores, size());
  }

  /// A set over the release and one over `fresh` as one.
  IntPredicate join(IntPredicate ofRelease, IntPredicate ofFresh) {
    if (changes.size() == 0) {
      return ofRelease;
    }
    return item -> {
      if (item < known() && !live.changed(item)) {
        return ofRelease.test(item);
      }
      int place = place(item);
      return place >= 0 && ofFresh.test(place);
    };
  }

  /// Numbers over the release and over `fresh` as one.
  IntToDoubleFunction join(IntToDoubleFunction ofRelease, IntToDoubleFunction ofFresh) {
    if (changes.size() == 0) {
      return ofRelease;
    }
    return item -> {
      if (item < known() && !live.changed(item)) {
        return ofRelease.applyAsDouble(item);
      }
      int place = place(item);
      return place < 0 ? 1 : ofFresh.applyAsDouble(place);
    };
  }

  /// Groups over the release and over `fresh` as one, -1 for none.
  IntUnaryOperator join(IntUnaryOperator ofRelease, IntUnaryOperator ofFresh) {
    return item -> {
      if (item < known() && !live.changed(item)) {
        return ofRelease.applyAsInt(item);
      }
      int place = place(item);
      return place < 0 ? -1 : ofFresh.applyAsInt(place);
    };
  }

  /// The number in `fresh`, or a negative one for a deleted item.
  private int place(int item) {
    if (item >= known()) {
      return addedPlaces[item - known()];
    }
    int at = Arrays.binarySearch(changed, item);
    return at < 0 ? at : places[at];
  }

  /// Of what came since no model knows what it is like.
  private Similarity.Pool similarTo(int[] items) {
    int[] old = Arrays.stream(items).filter(item -> item < known()).toArray();
    Similarity.Pool pool = served.similarity().over(old);
    float[] found = new float[old.length];
    return (item, into) -> {
      Arrays.fill(into, 0);
      if (item < known()) {
        pool.to(item, found);
        for (int i = 0, at = 0; i < into.length; i++) {
          if (items[i] < known()) {
            into[i] = found[at++];
          }
        }
      }
    };
  }
}
