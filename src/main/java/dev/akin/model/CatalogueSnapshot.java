package dev.akin.model;

import dev.akin.shop.Item;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The items of a release as they were when it was trained, numbered densely in the order of their
/// ids. Holds only what ranking needs; serving lays over it what changed since, see
/// [LiveCatalogue].
///
/// | array | meaning |
/// |---|---|
/// | `ids` | ascending, distinct |
/// | `listed` | whether the item was in the catalogue (else it is known from events only) |
/// | `available` | the shop's flag; true for items known from events only |
/// | `expiresAt`, `createdAt` | epoch milliseconds; `Long.MAX_VALUE` and `Long.MIN_VALUE` for unknown |
/// | `categoryStarts`, `categories` | per item: numbers into `categoryNames` |
/// | `fields` | the columns that filters and rules ask for: price, tags, attributes, ... |
///
/// The arrays are neither copied nor to be changed.
public record CatalogueSnapshot(
    PackedTexts ids,
    boolean[] listed,
    boolean[] available,
    long[] expiresAt,
    long[] createdAt,
    int[] categoryStarts,
    int[] categories,
    String[] categoryNames,
    ItemFields fields) {

  /// A snapshot that knows no fields beyond its own arrays.
  public CatalogueSnapshot(
      String[] ids,
      boolean[] listed,
      boolean[] available,
      long[] expiresAt,
      long[] createdAt,
      int[] categoryStarts,
      int[] categories,
      String[] categoryNames) {
    this(
        PackedTexts.of(List.of(ids)),
        listed,
        available,
        expiresAt,
        createdAt,
        categoryStarts,
        categories,
        categoryNames,
        ItemFields.NONE);
  }

  /// Takes a snapshot.
  ///
  /// @param ids every item of the release, ascending and distinct
  /// @param items the catalogue by id; may lack some ids and hold none that is not in `ids`
  public static CatalogueSnapshot of(String[] ids, Map<String, Item> items) {
    return of(ids, items, ItemFields.of(ids, items));
  }

  /// A snapshot of a few items that have just been read, with every field that they have: for
  /// judging a short list by what the shop says now.
  public static CatalogueSnapshot ofLive(Map<String, Item> items) {
    String[] ids = items.keySet().stream().sorted().toArray(String[]::new);
    return of(ids, items, ItemFields.of(ids, items, Long.MAX_VALUE));
  }

  private static CatalogueSnapshot of(String[] ids, Map<String, Item> items, ItemFields fields) {
    int n = ids.length;
    boolean[] listed = new boolean[n];
    boolean[] available = new boolean[n];
    long[] expiresAt = new long[n];
    long[] createdAt = new long[n];
    int[] starts = new int[n + 1];
    List<Integer> memberships = new ArrayList<>();
    Map<String, Integer> names = new LinkedHashMap<>();
    for (int i = 0; i < n; i++) {
      Item item = items.get(ids[i]);
      listed[i] = item != null;
      available[i] = item == null || item.available();
      expiresAt[i] = item == null ? Long.MAX_VALUE : millis(item.expiresAt(), Long.MAX_VALUE);
      createdAt[i] = item == null ? Long.MIN_VALUE : millis(item.createdAt(), Long.MIN_VALUE);
      if (item != null) {
        for (String category : item.categories()) {
          memberships.add(names.computeIfAbsent(category, _ -> names.size()));
        }
      }
      starts[i + 1] = memberships.size();
    }
    return new CatalogueSnapshot(
        PackedTexts.of(List.of(ids)),
        listed,
        available,
        expiresAt,
        createdAt,
        starts,
        memberships.stream().mapToInt(Integer::intValue).toArray(),
        names.keySet().toArray(String[]::new),
        fields);
  }

  public int size() {
    return ids.size();
  }

  /// The id of an item by its number.
  public String id(int item) {
    return ids.get(item);
  }

  /// The number of an item, or a negative number if the release does not know it.
  public int find(String id) {
    return ids.find(id);
  }

  /// Whether the item could be shown at `now`, as far as this snapshot knows.
  public boolean shownAt(int item, long now) {
    return available[item] && now < expiresAt[item];
  }

  /// Marks the items that are in `path` or below it, e.g. `Home` or `Home > Mugs`.
  public boolean[] inCategory(String path) {
    boolean[] wanted = new boolean[categoryNames.length];
    for (int c = 0; c < wanted.length; c++) {
      wanted[c] =
          categoryNames[c].equals(path) || categoryNames[c].startsWith(path + Item.LEVEL_SEPARATOR);
    }
    boolean[] members = new boolean[size()];
    for (int i = 0; i < members.length; i++) {
      for (int p = categoryStarts[i]; p < categoryStarts[i + 1]; p++) {
        members[i] |= wanted[categories[p]];
      }
    }
    return members;
  }

  private static long millis(@Nullable Instant time, long otherwise) {
    return time == null ? otherwise : time.toEpochMilli();
  }
}
