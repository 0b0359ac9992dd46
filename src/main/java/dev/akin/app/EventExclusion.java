package dev.akin.app;

import dev.akin.shop.InvalidFieldException;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Leaves out the items of the history's events of one type.
///
/// @param type `view`, `purchase`, ...
/// @param days how old an event may be to count, 1 to 3650, or null for any age
public record EventExclusion(String type, @Nullable Integer days) {
  private static final Set<String> TYPES =
      Set.of("view", "click", "like", "cart", "purchase", "rate", "return", "dislike");
  private static final int MOST_DAYS = 3650;

  public EventExclusion {
    if (!TYPES.contains(type)) {
      throw new InvalidFieldException(
          "type", "unknown_type", "type must be one of " + String.join(", ", new TreeSet<>(TYPES)));
    }
    if (days != null && (days < 1 || days > MOST_DAYS)) {
      throw new InvalidFieldException("days", "out_of_range", "days must be 1 to " + MOST_DAYS);
    }
  }
}
