package dev.akin.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akin.shop.InvalidFieldException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads the fields of one JSON object strictly: no text passes for a number, no number for text,
/// and a field that nobody knows is named. An explicit `null` counts as absent.
///
/// Bytes that are no UTF-8 have become U+FFFD before a body gets here, and two ids that differ in
/// them the same id. So texts and names with it are refused; records of a list are looked at when
/// they are read themselves, so that one costs no other.
public final class Fields {
  /// Whole numbers below this are epoch seconds, from here on epoch milliseconds.
  private static final long FIRST_MILLIS = 100_000_000_000L;

  /// The largest number of 13 digits, in the year 2286. Larger ones count something else,
  /// microseconds mostly, and would make an item newer than all others for good.
  private static final long LAST_MILLIS = 9_999_999_999_999L;

  /// What decoders put in place of what they cannot read.
  static final char REPLACEMENT = '\uFFFD';

  /// For reading, not for telling one thing from another: a shop that bought its texts has such
  /// characters in them, and an item is worth more than a letter.
  private static final Set<String> PROSE = Set.of("title", "description");

  private final ObjectNode object;
  private final Predicate<String> prose;

  public Fields(ObjectNode object) {
    this(object, PROSE::contains);
  }

  /// @param prose whether the text at a path, e.g. `properties.NAME`, may have lost letters
  public Fields(ObjectNode object, Predicate<String> prose) {
    this.object = object;
    this.prose = prose;
    object.properties().forEach(field -> requireUnicode(shortened(field.getKey()), field));
  }

  private void requireUnicode(String path, Map.Entry<String, JsonNode> field) {
    if (field.getKey().indexOf(REPLACEMENT) >= 0) {
      throw notUnicode(path);
    }
    requireUnicode(path, field.getValue());
  }

  private void requireUnicode(String path, JsonNode value) {
    boolean lost = value.isTextual() && value.textValue().indexOf(REPLACEMENT) >= 0;
    if (lost && !prose.test(path)) {
      throw notUnicode(path);
    }
    value
        .properties()
        .forEach(field -> requireUnicode(path + "." + shortened(field.getKey()), field));
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      if (!value.get(i).isObject()) {
        requireUnicode(path + "[" + i + "]", value.get(i));
      }
    }
  }

  private static InvalidFieldException notUnicode(String path) {
    return new InvalidFieldException(
        path,
        "not_unicode",
        path + " has bytes that are no UTF-8, or U+FFFD in their place; send the body in UTF-8");
  }

  /// Refuses fields that are not among `known`.
  public Fields only(Set<String> known) {
    return only(known, "");
  }

  /// Refuses fields that are not among `known`.
  ///
  /// @param hint where a field of the shop's own may go
  Fields only(Set<String> known, String hint) {
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw new InvalidFieldException(
            shortened(name),
            "unknown_field",
            "there is no such field; known are " + String.join(", ", new TreeSet<>(known)) + hint);
      }
    }
    return this;
  }

  /// A field of any type that must be there.
  public JsonNode node(String field) {
    JsonNode node = object.get(field);
    if (node == null || node.isNull()) {
      throw new InvalidFieldException(field, "missing", field + " must be given");
    }
    return node;
  }

  /// A field of any type, or null.
  public @Nullable JsonNode any(String field) {
    JsonNode node = object.get(field);
    return absent(node) ? null : node;
  }

  public String requiredText(String field) {
    String text = text(field);
    if (text == null) {
      throw new InvalidFieldException(field, "missing", field + " must be given, as text");
    }
    return text;
  }

  public @Nullable String text(String field) {
    JsonNode node = object.get(field);
    if (absent(node)) {
      return null;
    }
    if (!node.isTextual()) {
      throw wrongType(field, "text");
    }
    return node.textValue();
  }

  public @Nullable Double number(String field) {
    JsonNode node = object.get(field);
    if (absent(node)) {
      return null;
    }
    if (!node.isNumber()) {
      throw wrongType(field, "a number");
    }
    double number = node.doubleValue();
    if (!Double.isFinite(number)) {
      throw new InvalidFieldException(field, "out_of_range", field + " is too large a number");
    }
    return number;
  }

  public @Nullable Integer wholeNumber(String field) {
    JsonNode node = object.get(field);
    if (absent(node)) {
      return null;
    }
    if (!node.isIntegralNumber()) {
      throw wrongType(field, "a whole number");
    }
    if (!node.canConvertToInt()) {
      throw new InvalidFieldException(field, "out_of_range", field + " is too large a number");
    }
    return node.intValue();
  }

  public boolean flag(String field, boolean otherwise) {
    JsonNode node = object.get(field);
    if (absent(node)) {
      return otherwise;
    }
    if (!node.isBoolean()) {
      throw wrongType(field, "true or false");
    }
    return node.booleanValue();
  }

  public List<String> texts(String field) {
    JsonNode node = object.get(field);
    if (absent(node)) {
      return List.of();
    }
    if (!node.isArray()) {
      throw wrongType(field, "a list of texts");
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode element : node) {
      if (!element.isTextual()) {
        throw wrongType(field + "[" + texts.size() + "]", "text");
      }
      texts.add(element.textValue());
    }
    return texts;
  }

  /// ISO 8601 with an offset, or a whole number of seconds or milliseconds since 1970.
  public @Nullable Instant time(String field) {
    JsonNode node = object.get(field);
    if (absent(node)) {
      return null;
    }
    try {
      if (node.isTextual()) {
        Instant time = OffsetDateTime.parse(node.textValue()).toInstant();
        return Instant.ofEpochMilli(time.toEpochMilli());
      }
      if (node.isIntegralNumber() && node.canConvertToLong()) {
        return ofEpoch(field, node.longValue());
      }
    } catch (DateTimeException | ArithmeticException notATime) {
      throw wrongTime(field);
    }
    throw wrongTime(field);
  }

  private static Instant ofEpoch(String field, long number) {
    if (number < 0 || number > LAST_MILLIS) {
      throw wrongTime(field);
    }
    return number < FIRST_MILLIS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
  }

  /// The members of an object, whatever their type; empty if absent.
  public Map<String, JsonNode> members(String field) {
    JsonNode node = object.get(field);
    if (absent(node)) {
      return Map.of();
    }
    if (!node.isObject()) {
      throw wrongType(field, "an object");
    }
    Map<String, JsonNode> members = new LinkedHashMap<>();
    node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
    return members;
  }

  /// The members of an object that is sent as text.
  public Map<String, JsonNode> parsed(String field) {
    try {
      ObjectNode parsed = object.objectNode();
      parsed.set(field, Json.object(requiredText(field)));
      return new Fields(parsed, prose).members(field);
    } catch (HttpProblem notJson) {
      throw wrongType(field, "a text that holds a JSON object");
    }
  }

  /// The elements of a list, or null if absent.
  public @Nullable List<JsonNode> list(String field) {
    JsonNode node = object.get(field);
    if (absent(node)) {
      return null;
    }
    if (!node.isArray()) {
      throw wrongType(field, "a list");
    }
    List<JsonNode> list = new ArrayList<>();
    node.forEach(list::add);
    return list;
  }

  /// A list that must be there and have 1 to `most` elements.
  public List<JsonNode> batch(String field, int most) {
    List<JsonNode> list = list(field);
    if (list == null) {
      throw new InvalidFieldException(
          field, "missing", field + " must be given, as a list of 1 to " + most);
    }
    if (list.isEmpty()) {
      throw new InvalidFieldException(
          field, "too_few", field + " must have 1 to " + most + " entries");
    }
    if (list.size() > most) {
      throw new InvalidFieldException(
          field,
          "too_many",
          field + " has " + list.size() + " entries; send at most " + most + " at once");
    }
    return list;
  }

  public static InvalidFieldException wrongType(String field, String wanted) {
    return new InvalidFieldException(field, "wrong_type", field + " must be " + wanted);
  }

  private static InvalidFieldException wrongTime(String field) {
    return new InvalidFieldException(
        field,
        "wrong_type",
        field + " must be a time such as 2026-01-31T12:00:00Z or epoch seconds or milliseconds");
  }

  private static boolean absent(@Nullable JsonNode node) {
    return node == null || node.isNull();
  }

  private static String shortened(String name) {
    return name.length() <= 64 ? name : name.substring(0, 64) + "...";
  }
}
