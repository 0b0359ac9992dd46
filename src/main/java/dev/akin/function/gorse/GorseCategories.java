package dev.akin.function.gorse;

import dev.akin.app.Narrowing;
import dev.akin.function.HttpRequest;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The categories that a client of Gorse names. What is wrong with them is told of `category`,
/// whatever they become here.
final class GorseCategories {
  private static final String CATEGORY = "category";

  /// As many as an item can be in.
  private static final int MOST = 20;

  /// What a filter of them has room for.
  private static final int MOST_CHARACTERS = 1_500;

  private GorseCategories() {}

  /// Of the path or of the query, where several mean that an item is in all of them.
  ///
  /// @throws InvalidFieldException naming `category`
  static List<String> of(HttpRequest request) {
    List<String> categories = new ArrayList<>(request.repeated(CATEGORY));
    if (request.route().endsWith("/{category}")) {
      categories.addFirst(request.pathParameter(CATEGORY));
    }
    categories.forEach(Narrowing::in);
    if (categories.size() > MOST) {
      throw new InvalidFieldException(
          CATEGORY, "too_many", "category can be given at most " + MOST + " times");
    }
    if (categories.size() > 1 && filter(categories).length() > MOST_CHARACTERS) {
      throw new InvalidFieldException(
          CATEGORY,
          "too_large",
          "several categories must be shorter, about " + MOST_CHARACTERS + " characters in all");
    }
    return categories;
  }

  /// The filter of the items that are in all of some categories; null for all items.
  static @Nullable String all(List<String> categories) {
    return categories.isEmpty() ? null : filter(categories);
  }

  private static String filter(List<String> categories) {
    return categories.stream()
        .map(name -> "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
        .map(text -> text + " in categories")
        .collect(Collectors.joining(" and "));
  }

  /// An item in one more category, or in one less. One that it is in already stays where it stands:
  /// caps count the first.
  ///
  /// @throws InvalidFieldException naming `category`
  static Item changed(Item item, String category, boolean in) {
    if (in && item.categories().contains(category)) {
      return item;
    }
    List<String> categories = new ArrayList<>(item.categories());
    categories.remove(category);
    if (in) {
      categories.add(category);
    }
    if (categories.size() > MOST) {
      throw new InvalidFieldException(
          CATEGORY,
          "too_many",
          "the item is in " + MOST + " categories, and that is all; take it out of one before");
    }
    try {
      return new Item(
          item.id(),
          item.title(),
          item.description(),
          categories,
          item.tags(),
          item.price(),
          item.available(),
          item.createdAt(),
          item.expiresAt(),
          item.attributes());
    } catch (InvalidFieldException invalid) {
      throw new InvalidFieldException(
          CATEGORY, invalid.code(), invalid.remedy().replaceAll("categories(\\[\\d+])?", CATEGORY));
    }
  }
}
