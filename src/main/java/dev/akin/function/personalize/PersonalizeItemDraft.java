package dev.akin.function.personalize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.akin.function.Fields;
import dev.akin.shop.AttributeValue;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.Price;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An item as its properties make it. Several values stand in one text with bars between them.
final class PersonalizeItemDraft {
  private final ItemId id;
  private final Map<String, String> texts = new HashMap<>();
  private final List<String> categories = new ArrayList<>();
  private final TreeMap<Integer, List<String>> levels = new TreeMap<>();
  private final Map<String, AttributeValue> attributes = new HashMap<>();
  private List<String> tags = List.of();
  private @Nullable Double price;
  private @Nullable Instant createdAt;
  private boolean available = true;

  PersonalizeItemDraft(ItemId id) {
    this.id = id;
  }

  /// @param name of a property, e.g. `categoryL1`
  void set(String name, JsonNode value) {
    String path = "properties." + name;
    String plain = PersonalizeColumns.plain(name);
    int level = PersonalizeColumns.categoryLevel(plain);
    switch (PersonalizeColumns.field(plain)) {
      case "categories" -> {
        List<String> several = several(text(path, value));
        if (level == 0) {
          categories.addAll(several);
        } else {
          levels.put(level, several);
        }
      }
      case "tags" -> tags = several(text(path, value));
      case "price" -> price = PersonalizeProperties.number(path, value);
      case "createdAt" -> createdAt = time(path, value);
      case "available" -> available = flag(path, value);
      case "attributes" -> attributes.put(name, attribute(path, value));
      default -> texts.put(PersonalizeColumns.field(plain), text(path, value));
    }
  }

  Item item() {
    if (price == null && texts.containsKey("currency")) {
      throw new InvalidFieldException(
          "properties", "missing", "properties must hold price with currency, or neither");
    }
    return new Item(
        id,
        texts.get("title"),
        texts.get("description"),
        paths(),
        tags,
        price == null ? null : new Price(price, texts.get("currency")),
        available,
        createdAt,
        null,
        attributes);
  }

  /// Levels of one value each are a path; of several nobody knows which belongs to which, so only
  /// the first level counts.
  private List<String> paths() {
    List<String> paths = new ArrayList<>(categories);
    if (levels.values().stream().allMatch(level -> level.size() == 1)) {
      List<String> path = levels.values().stream().map(List::getFirst).toList();
      if (!path.isEmpty()) {
        paths.add(String.join(Item.LEVEL_SEPARATOR, path));
      }
    } else {
      paths.addAll(levels.firstEntry().getValue());
    }
    return paths;
  }

  private static AttributeValue attribute(String path, JsonNode value) {
    if (value.isNumber()) {
      return new AttributeValue.Number(value.doubleValue());
    }
    if (value.isBoolean()) {
      return new AttributeValue.Flag(value.booleanValue());
    }
    String text = text(path, value);
    return text.indexOf('|') < 0
        ? new AttributeValue.Text(text)
        : new AttributeValue.Texts(several(text));
  }

  private static List<String> several(String text) {
    return Arrays.stream(text.split("\\|"))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .toList();
  }

  private static String text(String path, JsonNode value) {
    if (!value.isTextual()) {
      throw Fields.wrongType(path, "text");
    }
    return value.textValue();
  }

  private static boolean flag(String path, JsonNode value) {
    String text = value.asText().toLowerCase(Locale.ROOT);
    if (!text.equals("true") && !text.equals("false")) {
      throw Fields.wrongType(path, "true or false");
    }
    return text.equals("true");
  }

  /// Seconds since 1970.
  private static Instant time(String path, JsonNode value) {
    Double seconds = PersonalizeProperties.number(path, value);
    if (seconds == null || Math.abs(seconds) > 1e11) {
      throw new InvalidFieldException(
          path, "wrong_type", path + " must be a time in seconds since 1970");
    }
    return Instant.ofEpochMilli(Math.round(seconds * 1_000));
  }
}
