package dev.akin.function;

import dev.akin.shop.AttributeValue;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one item of `PUT /items/{id}` or `POST /items`.
final class ItemReader {
  private static final Set<String> FIELDS =
      Set.of(
          "itemId",
          "title",
          "description",
          "categories",
          "tags",
          "price",
          "currency",
          "available",
          "createdAt",
          "expiresAt",
          "attributes");

  private ItemReader() {}

  /// @param pathId the id that the path names, which a body may repeat; null if the body must name
  ///   it
  static Item read(Fields fields, @Nullable String pathId) {
    fields.only(FIELDS, "; fields of your own go into attributes");
    String id = pathId == null ? fields.requiredText("itemId") : fields.text("itemId");
    if (pathId != null && id != null && !id.equals(pathId)) {
      throw new InvalidFieldException(
          "itemId", "contradiction", "itemId must be the id in the path, or be left out");
    }
    ItemId itemId = ItemId.ofCatalogue(pathId == null ? fields.requiredText("itemId") : pathId);
    return new Item(
        itemId,
        fields.text("title"),
        fields.text("description"),
        fields.texts("categories"),
        fields.texts("tags"),
        EventReader.price(fields),
        fields.flag("available", true),
        fields.time("createdAt"),
        fields.time("expiresAt"),
        attributes(fields));
  }

  private static Map<String, AttributeValue> attributes(Fields fields) {
    Map<String, AttributeValue> attributes = new HashMap<>();
    fields
        .members("attributes")
        .forEach((name, value) ->
            attributes.put(name, AttributeValues.read("attributes." + name, value)));
    return attributes;
  }
}
