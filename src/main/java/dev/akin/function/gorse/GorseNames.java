package dev.akin.function.gorse;

import dev.akin.function.FieldNames;
import dev.akin.function.HttpRequest;
import dev.akin.shop.UserId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  /// The parameter that names a user.
  static final String USER = "user-id";

  private static final FieldNames OF_PARAMETERS = new FieldNames(Map.of("userId", USER));

  private GorseNames() {}

  /// The user whose seen items are left out, or null for nobody.
  ///
  /// @throws dev.akin.shop.InvalidFieldException naming the parameter
  static @Nullable UserId user(HttpRequest request) {
    String value = request.query(USER);
    return value == null ? null : OF_PARAMETERS.in(() -> new UserId(value));
  }
}
