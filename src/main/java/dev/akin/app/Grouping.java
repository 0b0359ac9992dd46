package dev.akin.app;

import dev.akin.model.ItemFields;
import dev.akin.shop.InvalidFieldException;
import org.jspecify.annotations.Nullable;

/// What the items of a group have in common.
///
/// @param field `categories`, `tags`, or `attributes.<name>`
/// @param level how many levels of a category path count, 0 for the whole path; null for the first
///   level that tells items apart, and for other fields
public record Grouping(String field, @Nullable Integer level) {
  static final String CATEGORIES = "categories";
  static final int DEEPEST = 10;
  private static final int LONGEST = 100;

  /// Category paths, at the first level that tells items apart.
  public static final Grouping USUAL = new Grouping(CATEGORIES, null);

  public Grouping {
    boolean shared = field.equals(CATEGORIES) || field.equals(ItemFields.TAGS);
    if (!shared && (bare(field).isBlank() || field.length() > LONGEST)) {
      throw new InvalidFieldException(
          "by",
          "bad_name",
          "by must be categories, tags or the name of an attribute, such as brand");
    }
    if (level != null && (level < 0 || level > DEEPEST || !field.equals(CATEGORIES))) {
      throw new InvalidFieldException(
          "level", "out_of_range", "level must be 0 to " + DEEPEST + ", and by categories");
    }
    field =
        shared || field.startsWith(ItemFields.ATTRIBUTE_PREFIX)
            ? field
            : ItemFields.ATTRIBUTE_PREFIX + field;
  }

  /// Reads what a request says.
  ///
  /// @param by `categories`, `tags`, the name of an attribute, or `attributes.` and its name; null
  ///   for categories
  public static Grouping of(@Nullable String by, @Nullable Integer level) {
    return new Grouping(by == null ? CATEGORIES : by, level);
  }

  boolean byCategory() {
    return field.equals(CATEGORIES);
  }

  /// The name of the attribute, or `tags` or `categories`.
  public String name() {
    return bare(field);
  }

  Grouping at(int other) {
    return new Grouping(field, other);
  }

  private static String bare(String field) {
    return field.startsWith(ItemFields.ATTRIBUTE_PREFIX)
        ? field.substring(ItemFields.ATTRIBUTE_PREFIX.length())
        : field;
  }
}
