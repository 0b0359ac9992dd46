package dev.akin.rank.filter;

import dev.akin.shop.Action;
import dev.akin.shop.ItemId;
import java.time.Instant;
import java.util.List;

/// One event of the user, as far as filters ask for it.
///
/// @param categories the paths of the item as far as they are known; empty leaves the functions
///   `category_...` without this event
public record PastEvent(ItemId item, Action action, Instant time, List<String> categories) {
  public PastEvent {
    categories = List.copyOf(categories);
  }
}
