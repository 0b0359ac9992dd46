package dev.akin.learn;

import dev.akin.shop.Item;
import java.util.List;

/// The words of one article as [ContentTrainer] reads them.
public record ItemText(
    String title, String description, List<String> categories, List<String> tags) {
  public static final ItemText EMPTY = new ItemText("", "", List.of(), List.of());

  public ItemText {
    categories = List.copyOf(categories);
    tags = List.copyOf(tags);
  }

  /// What the shop says about an item.
  public static ItemText of(Item item) {
    String title = item.title();
    String description = item.description();
    return new ItemText(
        title == null ? "" : title,
        description == null ? "" : description,
        item.categories(),
        item.tags());
  }
}
