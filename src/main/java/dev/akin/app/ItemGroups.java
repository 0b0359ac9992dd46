package dev.akin.app;

import dev.akin.model.CatalogueSnapshot;
import dev.akin.model.ItemColumn;
import dev.akin.model.ItemFields;
import dev.akin.shop.AttributeValue;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.Item;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which groups each item of a shelf is in, by what it is now. Reads the release's own columns, and
/// the whole item only where the shop has changed it since.
final class ItemGroups {
  private final Shelf shelf;
  private final Grouping grouping;
  private final @Nullable String within;
  private final @Nullable ItemColumn column;

  /// @param within only categories that are this path or below it; null for all
  /// @throws InvalidFieldException if no item has the attribute, or it is too large to be held
  ItemGroups(Shelf shelf, Grouping grouping, @Nullable String within) {
    this.shelf = shelf;
    this.within = within;
    ItemFields fields = shelf.release().fields();
    column = fields.column(grouping.field());
    if (fields.leftOut().contains(grouping.field())) {
      throw new InvalidFieldException(
          "by",
          "not_held",
          grouping.name() + " has too large texts; name one with few, short values");
    }
    boolean attribute = grouping.field().startsWith(ItemFields.ATTRIBUTE_PREFIX);
    if (attribute && column == null && shelf.size() > 0 && !isFresh(grouping.field())) {
      throw new InvalidFieldException(
          "by",
          "unknown_name",
          "no item has the attribute "
              + grouping.name()
              + "; name one that items have, or categories, or tags");
    }
    this.grouping =
        grouping.byCategory() && grouping.level() == null ? grouping.at(level()) : grouping;
  }

  private boolean isFresh(String field) {
    ItemFields fresh = shelf.fresh().fields();
    return fresh.column(field) != null || fresh.leftOut().contains(field);
  }

  /// With the level that is followed.
  Grouping grouping() {
    return grouping;
  }

  /// The groups of an item, without repeats; maybe none.
  Set<String> of(int item) {
    if (grouping.byCategory()) {
      return categories(
          shelf.changed(item)
              ? shelf.item(item).categories()
              : Catalogues.categories(shelf.release(), item));
    }
    if (shelf.changed(item)) {
      return texts(shelf.item(item));
    }
    ItemColumn held = column;
    Set<String> values = new LinkedHashSet<>();
    if (held != null) {
      Catalogues.values(held, item).forEach(value -> values.add(text(value)));
    }
    return values;
  }

  /// The paths cut at the level; a shorter one counts whole. Those above another path of the item
  /// say nothing that it does not say.
  private Set<String> categories(List<String> paths) {
    Set<String> values = new LinkedHashSet<>();
    for (String path : paths) {
      boolean above =
          paths.stream().anyMatch(other -> other.startsWith(path + Item.LEVEL_SEPARATOR));
      if (!above && isWithin(path)) {
        values.add(cut(path, grouping.level()));
      }
    }
    return values;
  }

  private boolean isWithin(String path) {
    String wanted = within;
    return wanted == null || path.equals(wanted) || path.startsWith(wanted + Item.LEVEL_SEPARATOR);
  }

  private Set<String> texts(Item item) {
    if (grouping.field().equals(ItemFields.TAGS)) {
      return new LinkedHashSet<>(item.tags());
    }
    return switch (item.attributes().get(grouping.name())) {
      case null -> Set.of();
      case AttributeValue.Text(String text) -> Set.of(text);
      case AttributeValue.Number(double number) -> Set.of(text(number));
      case AttributeValue.Flag(boolean flag) -> Set.of(text(flag));
      case AttributeValue.Texts(List<String> texts) -> new LinkedHashSet<>(texts);
    };
  }

  private static String text(Object value) {
    return value instanceof Double number
        ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
        : value.toString();
  }

  /// The first level at which there are two groups or more, below the one that is asked for. The
  /// whole shop decides and not somebody's list, so it is the same for everybody.
  private int level() {
    String wanted = within;
    int first = wanted == null ? 1 : levels(wanted) + 1;
    Set<String> paths = new HashSet<>();
    Stream.of(shelf.release(), shelf.fresh())
        .map(CatalogueSnapshot::categoryNames)
        .flatMap(Stream::of)
        .filter(this::isWithin)
        .forEach(paths::add);
    int deepest = paths.stream().mapToInt(ItemGroups::levels).max().orElse(first);
    for (int level = first; level <= Math.min(deepest, Grouping.DEEPEST); level++) {
      int cut = level;
      if (paths.stream().map(path -> cut(path, cut)).distinct().limit(2).count() > 1) {
        return level;
      }
    }
    return Math.min(first, Grouping.DEEPEST);
  }

  private static int levels(String path) {
    return path.split(Item.LEVEL_SEPARATOR, -1).length;
  }

  private static String cut(String path, @Nullable Integer level) {
    int end = -1;
    for (int passed = 0; level != null && passed < level; passed++) {
      end = path.indexOf(Item.LEVEL_SEPARATOR, end + 1);
      if (end < 0) {
        return path;
      }
    }
    return end < 0 ? path : path.substring(0, end);
  }
}
