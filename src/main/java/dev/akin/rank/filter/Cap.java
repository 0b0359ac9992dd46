package dev.akin.rank.filter;

import dev.akin.model.CatalogueSnapshot;
import dev.akin.model.ItemColumn;
import dev.akin.model.ItemFields;
import dev.akin.shop.AttributeValue;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.Item;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// At most so many items of one brand, category or other value in a list. An item counts for the
/// first value that it has; one without a value is not counted.
///
/// @param field `categories`, `currency` or `attributes.<name>`
/// @param level how many levels of a category path count, e.g. 1 for all of `Home`; 0 for the whole
///   path; other fields have 0
/// @param most 1 to 100
/// @param strict whether all pages and lists of a screen count, promotions keep the cap too, one
///   item after the other, and places rather stay empty than break it. Only pins break it: they
///   count, and no cap removes them
public record Cap(String field, int level, int most, boolean strict) {
  private static final String CATEGORIES = "categories";
  private static final int MOST = 100;
  private static final int DEEPEST = 10;

  public Cap {
    boolean attribute =
        field.startsWith(ItemFields.ATTRIBUTE_PREFIX)
            && field.length() > ItemFields.ATTRIBUTE_PREFIX.length();
    if (!attribute && !field.equals(CATEGORIES) && !field.equals(ItemFields.CURRENCY)) {
      throw new InvalidFieldException(
          "field", "unknown_name", "field must be categories, currency or attributes.<name>");
    }
    if (level < 0 || level > DEEPEST || (level > 0 && !field.equals(CATEGORIES))) {
      throw new InvalidFieldException(
          "level", "out_of_range", "level must be 0 to 10, and 0 unless field is categories");
    }
    if (most < 1 || most > MOST) {
      throw new InvalidFieldException("most", "out_of_range", "most must be 1 to " + MOST);
    }
  }

  /// A cap for each page that gives way if nothing else is left.
  public Cap(String field, int level, int most) {
    this(field, level, most, false);
  }

  /// The group of each item, -1 if it is not counted. Items of one group have one number.
  public CapGroups groups(CatalogueSnapshot catalogue) {
    if (field.equals(CATEGORIES)) {
      return categories(catalogue);
    }
    if (catalogue.fields().leftOut().contains(field)) {
      throw new InvalidFieldException(
          "field", "not_held", field + " has too large texts; name one with few, short values");
    }
    ItemColumn column = catalogue.fields().column(field);
    return column == null ? CapGroups.none() : CapGroups.of(column);
  }

  private CapGroups categories(CatalogueSnapshot catalogue) {
    String[] names = catalogue.categoryNames();
    int[] groups = new int[names.length];
    Map<String, Integer> numbers = new LinkedHashMap<>();
    for (int c = 0; c < groups.length; c++) {
      groups[c] = numbers.computeIfAbsent(cut(names[c]), _ -> numbers.size());
    }
    int[] starts = catalogue.categoryStarts();
    int[] categories = catalogue.categories();
    return CapGroups.of(
        item -> starts[item] == starts[item + 1] ? -1 : groups[categories[starts[item]]],
        List.copyOf(numbers.keySet()),
        numbers);
  }

  /// What an item counts for, or null if it is not counted.
  public @Nullable String value(Item item) {
    if (field.equals(CATEGORIES)) {
      return item.categories().isEmpty() ? null : cut(item.categories().getFirst());
    }
    if (field.equals(ItemFields.CURRENCY)) {
      return item.price() == null ? null : item.price().currency();
    }
    String name = field.substring(ItemFields.ATTRIBUTE_PREFIX.length());
    return switch (item.attributes().get(name)) {
      case null -> null;
      case AttributeValue.Text(String text) -> text;
      case AttributeValue.Number(double number) -> BigDecimal.valueOf(number).toPlainString();
      case AttributeValue.Flag(boolean flag) -> String.valueOf(flag);
      case AttributeValue.Texts(List<String> texts) -> texts.isEmpty() ? null : texts.getFirst();
    };
  }

  private String cut(String path) {
    int end = -1;
    for (int passed = 0; passed < level; passed++) {
      end = path.indexOf(Item.LEVEL_SEPARATOR, end + 1);
      if (end < 0) {
        return path;
      }
    }
    return end < 0 ? path : path.substring(0, end);
  }
}
