package dev.akin.learn;

import dev.akin.shop.Item;
import java.util.List;
import java.util.stream.Stream;

/// The words of one article as [ContentTrainer] reads them.
public record ItemText(
    String title, String description, List<String> categories, List<String> tags) {
  public static final ItemText EMPTY = new ItemText("", "", List.of(), List.of());

  public ItemText {
    categories = List.copyOf(categories);
    tags = List.copyOf(tags);
  }

  /// How long it is.
  public long letters() {
    return Stream.of(List.of(title, description), categories, tags)
        .flatMap(List::stream)
        .mapToLong(String::length)
        .sum();
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
