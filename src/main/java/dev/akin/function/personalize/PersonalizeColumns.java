package dev.akin.function.personalize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akin.function.Fields;
import dev.akin.shop.AttributeValue;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.Item;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The columns of an items dataset and the fields of our items. A column `CATEGORY_L1` and a
/// property `categoryL1` are one name.
final class PersonalizeColumns {
  private static final int MOST = 10;
  private static final String ITEMS = "ITEMS";
  private static final String SEVERAL = "|";

  private PersonalizeColumns() {}

  /// Without case and signs.
  static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /// The level of a category column, from 1; 0 for a list of categories, -1 for other columns.
  static int categoryLevel(String plain) {
    if (plain.matches("categor(y|ies)|genres?")) {
      return 0;
    }
    return plain.matches("categoryl[1-9]") ? plain.charAt(plain.length() - 1) - '0' : -1;
  }

  /// Our field for a column.
  static String field(String plain) {
    if (categoryLevel(plain) >= 0) {
      return "categories";
    }
    return switch (plain) {
      case "title", "name", "productname" -> "title";
      case "description", "productdescription" -> "description";
      case "creationtimestamp" -> "createdAt";
      case "price", "currency", "available", "tags" -> plain;
      default -> "attributes";
    };
  }

  /// Whether a column becomes a text for reading, not for telling one thing from another.
  static boolean isProse(String column) {
    String field = field(plain(column));
    return field.equals("title") || field.equals("description");
  }

  /// Reads `metadataColumns`.
  static List<String> wanted(Fields fields) {
    Map<String, JsonNode> given = fields.members("metadataColumns");
    if (given.isEmpty()) {
      return List.of();
    }
    if (!given.keySet().equals(Set.of(ITEMS))) {
      throw new InvalidFieldException(
          "metadataColumns", "unknown_name", "metadataColumns has columns of ITEMS only");
    }
    List<String> columns = new Fields((ObjectNode) fields.node("metadataColumns")).texts(ITEMS);
    if (columns.size() > MOST) {
      throw new InvalidFieldException(
          "metadataColumns", "too_many", "metadataColumns names at most " + MOST + " columns");
    }
    return columns;
  }

  /// The fields that the columns take.
  static List<String> fields(List<String> columns) {
    Set<String> fields = new LinkedHashSet<>();
    columns.forEach(column -> fields.add(field(plain(column))));
    return List.copyOf(fields);
  }

  /// The columns of an item that it has a value for, as text.
  static Map<String, String> values(Item item, List<String> columns) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String column : columns) {
      String value = value(item, plain(column));
      if (value != null) {
        values.put(column, value);
      }
    }
    return values;
  }

  private static @Nullable String value(Item item, String plain) {
    return switch (field(plain)) {
      case "title" -> item.title();
      case "description" -> item.description();
      case "categories" -> categories(item.categories(), categoryLevel(plain));
      case "tags" -> joined(item.tags());
      case "price" -> item.price() == null ? null : text(item.price().amount());
      case "currency" -> item.price() == null ? null : item.price().currency();
      case "available" -> Boolean.toString(item.available());
      case "createdAt" ->
          item.createdAt() == null ? null : Long.toString(item.createdAt().getEpochSecond());
      default ->
          item.attributes().entrySet().stream()
              .filter(attribute -> plain(attribute.getKey()).equals(plain))
              .map(attribute -> text(attribute.getValue()))
              .findFirst()
              .orElse(null);
    };
  }

  private static @Nullable String categories(List<String> paths, int level) {
    return level == 0
        ? joined(paths)
        : joined(
            paths.stream()
                .map(path -> path.split(Item.LEVEL_SEPARATOR))
                .filter(levels -> levels.length >= level)
                .map(levels -> levels[level - 1])
                .distinct()
                .toList());
  }

  private static @Nullable String joined(List<String> texts) {
    return texts.isEmpty() ? null : texts.stream().collect(Collectors.joining(SEVERAL));
  }

  private static String text(AttributeValue value) {
    return switch (value) {
      case AttributeValue.Text text -> text.value();
      case AttributeValue.Number number -> text(number.value());
      case AttributeValue.Flag flag -> Boolean.toString(flag.value());
      case AttributeValue.Texts texts -> String.join(SEVERAL, texts.values());
    };
  }

  private static String text(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
