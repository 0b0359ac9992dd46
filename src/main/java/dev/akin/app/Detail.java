package dev.akin.app;

import dev.akin.shop.InvalidFieldException;
import java.util.List;
import java.util.Set;

/// What is told of each item beyond its id.
///
/// @param reasons whether to explain it
/// @param fields which of the item's fields, e.g. `title` or `attributes.brand`; at most 20
public record Detail(boolean reasons, List<String> fields) {
  /// Reasons alone.
  public static final Detail REASONS = new Detail(true, List.of());

  /// Nothing but ids, scores and sources.
  public static final Detail PLAIN = new Detail(false, List.of());

  private static final int MOST = 20;
  private static final Set<String> FIELDS =
      Set.of(
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
  private static final String ATTRIBUTE = "attributes.";

  public Detail {
    if (fields.size() > MOST) {
      throw new InvalidFieldException("fields", "too_many", "fields names at most " + MOST);
    }
    for (String field : fields) {
      boolean attribute = field.startsWith(ATTRIBUTE) && field.length() > ATTRIBUTE.length();
      if (!attribute && !FIELDS.contains(field)) {
        throw new InvalidFieldException(
            "fields",
            "unknown_name",
            "fields are title, description, categories, tags, price, currency, available,"
                + " createdAt, expiresAt, attributes and attributes.<name>");
      }
    }
    fields = List.copyOf(fields);
  }
}
