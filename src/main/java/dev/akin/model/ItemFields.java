package dev.akin.model;

import dev.akin.shop.Item;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What filters and rules ask of items beyond the arrays of the [CatalogueSnapshot]: one column per
/// field that at least one item has. Columns are named [#PRICE], [#CURRENCY], [#TITLE], [#TAGS] and
/// `attributes.<name>`.
///
/// Everything a shop writes into attributes would not fit into a function, so columns are taken
/// from the smallest to the largest while they fit [#BYTES_PER_ITEM] (and [#LEAST_BYTES] in a small
/// shop). The names of the others are kept, so that a filter on one is refused and not empty.
///
/// @param leftOut names of columns that did not fit
public record ItemFields(SortedMap<String, ItemColumn> columns, SortedSet<String> leftOut) {
  public static final String PRICE = "price";
  public static final String CURRENCY = "currency";
  public static final String TITLE = "title";
  public static final String TAGS = "tags";
  public static final String ATTRIBUTE_PREFIX = "attributes.";

  /// 25.6 MB for 100,000 items; a usual shop needs a quarter.
  public static final int BYTES_PER_ITEM = 256;

  /// A small shop may have long texts.
  public static final int LEAST_BYTES = 1 << 20;

  /// No column at all.
  public static final ItemFields NONE = new ItemFields(new TreeMap<>(), new TreeSet<>());

  public ItemFields {
    columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
    leftOut = Collections.unmodifiableSortedSet(new TreeSet<>(leftOut));
  }

  /// Collects the columns.
  ///
  /// @param ids every item of the release
  /// @param items the catalogue by id; may lack some ids
  public static ItemFields of(String[] ids, Map<String, Item> items) {
    return of(ids, items, Math.max(LEAST_BYTES, (long) BYTES_PER_ITEM * ids.length));
  }

  /// @param room bytes for all columns together
  static ItemFields of(String[] ids, Map<String, Item> items, long room) {
    Map<String, ItemColumnBuilder> builders = new HashMap<>();
    for (int i = 0; i < ids.length; i++) {
      Item item = items.get(ids[i]);
      if (item != null) {
        collect(builders, i, item);
      }
    }
    List<Map.Entry<String, Long>> bySize = new ArrayList<>();
    builders.forEach((name, builder) -> bySize.add(Map.entry(name, builder.bytes(ids.length))));
    bySize.sort(
        Comparator.comparingLong((Map.Entry<String, Long> column) -> column.getValue())
            .thenComparing(Map.Entry::getKey));
    SortedMap<String, ItemColumn> columns = new TreeMap<>();
    SortedSet<String> leftOut = new TreeSet<>();
    long left = room;
    for (Map.Entry<String, Long> column : bySize) {
      left -= column.getValue();
      ItemColumnBuilder builder = builders.get(column.getKey());
      if (left >= 0 && builder != null) {
        columns.put(column.getKey(), builder.build(ids.length));
      } else {
        leftOut.add(column.getKey());
      }
    }
    return new ItemFields(columns, leftOut);
  }

  private static void collect(Map<String, ItemColumnBuilder> builders, int i, Item item) {
    if (item.title() != null) {
      builder(builders, TITLE).add(i, item.title());
    }
    if (item.price() != null) {
      builder(builders, PRICE).add(i, item.price().amount());
      if (item.price().currency() != null) {
        builder(builders, CURRENCY).add(i, item.price().currency());
      }
    }
    item.tags().forEach(tag -> builder(builders, TAGS).add(i, tag));
    item.attributes()
        .forEach((name, value) -> builder(builders, ATTRIBUTE_PREFIX + name).add(i, value));
  }

  private static ItemColumnBuilder builder(Map<String, ItemColumnBuilder> builders, String name) {
    return builders.computeIfAbsent(name, _ -> new ItemColumnBuilder());
  }

  /// A column by its name, or null if no item has the field or the column did not fit.
  public @Nullable ItemColumn column(String name) {
    return columns.get(name);
  }
}
