package dev.akin.function.gorse;

import dev.akin.function.FieldNames;
import java.util.Map;

/// What Gorse calls our fields.
final class GorseNames {
  static final FieldNames NAMES =
      new FieldNames(
          Map.of(
              "userId", "UserId",
              "itemId", "ItemId",
              "timestamp", "Timestamp",
              "value", "Value",
              "title", "Comment",
              "description", "Comment",
              "categories", "Categories",
              "tags", "Labels",
              "attributes", "Labels",
              "createdAt", "Timestamp"));

  private GorseNames() {}
}
