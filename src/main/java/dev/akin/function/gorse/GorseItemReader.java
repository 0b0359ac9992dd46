package dev.akin.function.gorse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.akin.function.Fields;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads items. A comment is the title; one that is too long for that, the description.
final class GorseItemReader {
  private static final Set<String> FIELDS =
      Set.of("ItemId", "IsHidden", "Categories", "Timestamp", "Labels", "Comment");
  private static final int LONGEST_TITLE = 500;

  private GorseItemReader() {}

  /// A whole item; it replaces what was known.
  static Item item(Fields fields) {
    return patched(Item.bare(ItemId.ofCatalogue(fields.requiredText("ItemId"))), fields);
  }

  /// What is named of an item, over the item as it is.
  static Item patched(Item item, Fields fields) {
    fields.only(FIELDS);
    String id = fields.text("ItemId");
    if (id != null && !id.equals(item.id().value())) {
      throw new InvalidFieldException(
          "ItemId", "contradiction", "ItemId must be the id in the path, or be left out");
    }
    JsonNode given = fields.any("Labels");
    GorseLabels labels = given == null ? null : GorseLabels.of(given);
    Instant createdAt = GorseRecords.time(fields, "Timestamp");
    return new Item(
        item.id(),
        title(item, fields),
        description(item, fields),
        fields.list("Categories") == null ? item.categories() : fields.texts("Categories"),
        labels == null ? item.tags() : labels.tags(),
        item.price(),
        !fields.flag("IsHidden", !item.available()),
        createdAt == null ? item.createdAt() : createdAt,
        item.expiresAt(),
        labels == null ? item.attributes() : labels.attributes());
  }

  private static @Nullable String title(Item item, Fields fields) {
    String comment = fields.text("Comment");
    if (comment == null || comment.length() > LONGEST_TITLE) {
      return item.title();
    }
    return comment.isEmpty() ? null : comment;
  }

  private static @Nullable String description(Item item, Fields fields) {
    String comment = fields.text("Comment");
    return comment == null || comment.length() <= LONGEST_TITLE ? item.description() : comment;
  }
}
