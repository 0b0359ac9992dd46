package dev.akin.app;

import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.ItemId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which items a list may hold, whoever it is for.
///
/// @param category a category path such as `Home > Mugs` that every item must be in or below, or
///   null
/// @param exclude items to leave out, at most 500
/// @param excludeSeen whether the items of the history are left out
/// @param excludeEvents which of them are left out by what was done to them, at most 10
public record Narrowing(
    @Nullable String category,
    Set<ItemId> exclude,
    boolean excludeSeen,
    List<EventExclusion> excludeEvents) {
  private static final int MOST_EXCLUSIONS = 10;
  private static final int LONGEST_PATH = 500;

  /// Everything but what was seen.
  public static final Narrowing UNSEEN = new Narrowing(null, Set.of(), true, List.of());

  public Narrowing {
    if (category != null && (category.isBlank() || category.length() > LONGEST_PATH)) {
      throw new InvalidFieldException(
          "category", "out_of_range", "category must be a path such as Home > Mugs");
    }
    Limits.requireExcluded(exclude);
    if (excludeEvents.size() > MOST_EXCLUSIONS) {
      throw new InvalidFieldException(
          "excludeEvents",
          "too_many",
          "excludeEvents must have at most " + MOST_EXCLUSIONS + " entries");
    }
    exclude = Set.copyOf(exclude);
    excludeEvents = List.copyOf(excludeEvents);
  }

  /// Whatever is in or below a category, seen or not.
  public static Narrowing in(@Nullable String category) {
    return new Narrowing(category, Set.of(), false, List.of());
  }
}
