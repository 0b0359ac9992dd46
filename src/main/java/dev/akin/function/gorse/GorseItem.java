package dev.akin.function.gorse;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.akin.shop.Item;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An item as Gorse answers it.
///
/// @param timestamp when it came into the shop; the year 1 if nobody said
/// @param labels a list of texts, an object, or null
/// @param comment title, or the description of an item without one
@RegisterForReflection
public record GorseItem(
    @JsonProperty("ItemId") String itemId,
    @JsonProperty("IsHidden") boolean isHidden,
    @JsonProperty("Categories") List<String> categories,
    @JsonProperty("Timestamp") String timestamp,
    @JsonProperty("Labels") @Nullable Object labels,
    @JsonProperty("Comment") String comment) {
  static GorseItem of(Item item) {
    String title = item.title() == null ? item.description() : item.title();
    return new GorseItem(
        item.id().value(),
        !item.available(),
        item.categories(),
        (item.createdAt() == null ? GorseRecords.NO_TIME : item.createdAt()).toString(),
        GorseLabels.of(item),
        title == null ? "" : title);
  }

  /// One page of the catalogue.
  ///
  /// @param cursor of the next page; empty after the last
  @RegisterForReflection
  public record Page(
      @JsonProperty("Cursor") String cursor, @JsonProperty("Items") List<GorseItem> items) {}
}
