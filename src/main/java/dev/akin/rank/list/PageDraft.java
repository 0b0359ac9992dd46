package dev.akin.rank.list;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The places of a page while they are being filled, and what may still fill them. Not safe for
/// concurrent use.
final class PageDraft {
  private final @Nullable Place[] places;
  private final BitSet closed;
  private final CapCounts counts;
  private int missing;

  /// @param taken items that must not be on the page; not changed
  PageDraft(ListSettings settings, BitSet taken) {
    places = new Place[settings.limit()];
    missing = places.length;
    closed = (BitSet) taken.clone();
    counts = new CapCounts(settings.merchandising().caps(), taken);
  }

  int size() {
    return places.length;
  }

  /// How many places are empty.
  int missing() {
    return missing;
  }

  @Nullable Place at(int index) {
    return places[index];
  }

  /// The index of the first empty place; there must be one.
  int firstGap() {
    int index = 0;
    while (places[index] != null) {
      index++;
    }
    return index;
  }

  CapCounts counts() {
    return counts;
  }

  /// Whether an item is neither on the page nor kept from it.
  boolean free(int item) {
    return !closed.get(item);
  }

  boolean uncapped(int item) {
    return free(item) && counts.open(item);
  }

  int[] free(int[] items) {
    return Arrays.stream(items).filter(this::free).toArray();
  }

  /// Keeps an item from the page.
  void close(int item) {
    closed.set(item);
  }

  /// Fills an empty place.
  void put(int index, Place place) {
    places[index] = place;
    closed.set(place.item());
    counts.add(place.item());
    missing--;
  }

  /// Fills a place with something else.
  void replace(int index, Place place) {
    places[index] = place;
    closed.set(place.item());
  }

  /// The filled places from the first to the last.
  List<Place> filled() {
    List<Place> filled = new ArrayList<>(places.length);
    for (Place place : places) {
      if (place != null) {
        filled.add(place);
      }
    }
    return List.copyOf(filled);
  }

  /// The indexes of filled places of a kind.
  int[] indices(Predicate<Placement> kind) {
    int[] indices = new int[places.length];
    int size = 0;
    for (int index = 0; index < places.length; index++) {
      Place place = places[index];
      if (place != null && kind.test(place.placement())) {
        indices[size++] = index;
      }
    }
    return Arrays.copyOf(indices, size);
  }
}
