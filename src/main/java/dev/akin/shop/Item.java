package dev.akin.shop;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An article as the shop describes it. Only the id is required.
///
/// @param title at most 500 characters
/// @param description at most 5,000 characters
/// @param categories paths from general to special with levels separated by ` > `, e.g. `Home >
///   Mugs`; at most 20 of 500 characters
/// @param tags at most 50 of 100 characters
/// @param available false hides the item from every list
/// @param createdAt when the item came into the shop
/// @param expiresAt from when on it is hidden
/// @param attributes at most 50 free attributes; names to 64 characters, texts to 1,000, numbers to
///   1e100, all names and texts together to 300,000 bytes of UTF-8
public record Item(
    ItemId id,
    @Nullable String title,
    @Nullable String description,
    List<String> categories,
    List<String> tags,
    @Nullable Price price,
    boolean available,
    @Nullable Instant createdAt,
    @Nullable Instant expiresAt,
    Map<String, AttributeValue> attributes) {
  /// Between the levels of a category path.
  public static final String LEVEL_SEPARATOR = " > ";

  /// With the other fields at their bounds (62 KB) an item still fits a row of the store (400 KB).
  private static final int MAX_ATTRIBUTE_BYTES = 300_000;

  /// Well inside what stores with decimal numbers can hold.
  private static final double MAX_NUMBER = 1e100;

  public Item {
    requireLength("title", title, 500);
    requireLength("description", description, 5_000);
    requireTexts("categories", categories, 20, 500);
    requireTexts("tags", tags, 50, 100);
    if (attributes.size() > 50) {
      throw new InvalidFieldException(
          "attributes", "too_many", "an item has at most 50 attributes");
    }
    long bytes = 0;
    for (Map.Entry<String, AttributeValue> attribute : attributes.entrySet()) {
      bytes += requireAttribute(attribute.getKey(), attribute.getValue());
    }
    if (bytes > MAX_ATTRIBUTE_BYTES) {
      throw new InvalidFieldException(
          "attributes",
          "too_large",
          "attributes must have at most " + MAX_ATTRIBUTE_BYTES + " bytes of UTF-8 in all");
    }
    categories = List.copyOf(categories);
    tags = List.copyOf(tags);
    attributes = Map.copyOf(attributes);
  }

  /// An item of which nothing but the id is known.
  public static Item bare(ItemId id) {
    return new Item(id, null, null, List.of(), List.of(), null, true, null, null, Map.of());
  }

  /// What stands for an item that the shop deleted while events of it are still there: never shown.
  public static Item deleted(ItemId id) {
    return new Item(id, null, null, List.of(), List.of(), null, false, null, null, Map.of());
  }

  /// The same item for places where its longest text is of no use.
  public Item withoutDescription() {
    return description == null
        ? this
        : new Item(
            id, title, null, categories, tags, price, available, createdAt, expiresAt, attributes);
  }

  /// Whether the item may be shown at `now`.
  public boolean shownAt(Instant now) {
    return available && (expiresAt == null || now.isBefore(expiresAt));
  }

  /// Whether the item is in the category `path` or below it.
  public boolean in(String path) {
    return categories.stream()
        .anyMatch(own -> own.equals(path) || own.startsWith(path + LEVEL_SEPARATOR));
  }

  /// Returns the bytes of the attribute's name and texts.
  private static int requireAttribute(String name, AttributeValue value) {
    if (name.isBlank() || name.length() > 64) {
      throw new InvalidFieldException(
          "attributes", "bad_name", "names of attributes have 1 to 64 characters");
    }
    int nameBytes = Unicode.bytes("attributes", name);
    String field = "attributes." + name;
    return nameBytes
        + switch (value) {
          case AttributeValue.Text text -> requireLength(field, text.value(), 1_000);
          case AttributeValue.Texts texts -> requireTexts(field, texts.values(), 50, 1_000);
          case AttributeValue.Number number -> requireNumber(field, number.value());
          case AttributeValue.Flag _ -> 0;
        };
  }

  private static int requireNumber(String field, double number) {
    if (!(Math.abs(number) <= MAX_NUMBER)) {
      throw new InvalidFieldException(
          field, "out_of_range", field + " must be a number between -1e100 and 1e100");
    }
    return 0;
  }

  /// Returns the bytes of all texts.
  private static int requireTexts(String field, List<String> texts, int most, int length) {
    if (texts.size() > most) {
      throw new InvalidFieldException(
          field, "too_many", field + " must have at most " + most + " entries");
    }
    int bytes = 0;
    for (int i = 0; i < texts.size(); i++) {
      bytes += requireLength(field + "[" + i + "]", texts.get(i), length);
      if (texts.get(i).isBlank()) {
        throw new InvalidFieldException(
            field + "[" + i + "]", "blank", "entries of " + field + " must not be empty");
      }
    }
    return bytes;
  }

  /// Returns the bytes of the text, 0 for none.
  private static int requireLength(String field, @Nullable String text, int most) {
    if (text != null && text.length() > most) {
      throw new InvalidFieldException(
          field, "too_long", field + " must have at most " + most + " characters");
    }
    return text == null ? 0 : Unicode.bytes(field, text);
  }
}
