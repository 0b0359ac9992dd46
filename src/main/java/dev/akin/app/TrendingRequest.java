package dev.akin.app;

import dev.akin.model.Trends;
import dev.akin.shop.InvalidFieldException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What sells better than it just did.
///
/// @param limit 1 to 100
/// @param category a category path that every item must be in or below, or null
/// @param days length of the window that is compared with the one before, one of [Trends#WINDOWS]
public record TrendingRequest(int limit, @Nullable String category, int days) {
  private static final String UNIT = "d";

  public TrendingRequest {
    Limits.require(limit, RecommendRequest.MAX_LIMIT);
    if (!Trends.WINDOWS.contains(days)) {
      throw new InvalidFieldException(
          "window", "unknown_window", "window must be one of " + windows());
    }
  }

  /// @param window such as `7d`, or null for a week
  public static TrendingRequest of(int limit, @Nullable String category, @Nullable String window) {
    int days =
        Trends.WINDOWS.stream()
            .filter(known -> (known + UNIT).equals(window))
            .findFirst()
            .orElse(window == null ? Trends.USUAL_DAYS : 0);
    return new TrendingRequest(limit, category, days);
  }

  private static String windows() {
    return Trends.WINDOWS.stream().map(days -> days + UNIT).collect(Collectors.joining(", "));
  }
}
