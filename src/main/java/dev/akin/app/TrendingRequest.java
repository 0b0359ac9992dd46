package dev.akin.app;

import dev.akin.model.Trends;
import dev.akin.shop.InvalidFieldException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What sells better than it just did.
///
/// @param options no strategy: it is given
/// @param days length of the window that is compared with the one before, one of [Trends#WINDOWS]
/// @param cursor what the page before gave, for the same options and days; null for the first
public record TrendingRequest(ListOptions options, int days, @Nullable String cursor) {
  private static final String UNIT = "d";

  public TrendingRequest {
    if (!Trends.WINDOWS.contains(days)) {
      throw new InvalidFieldException(
          "window", "unknown_window", "window must be one of " + windows());
    }
  }

  /// @param limit 1 to 100
  /// @param category a category path that every item must be in or below, or null
  /// @param window such as `7d`, or null for a week
  public static TrendingRequest of(int limit, @Nullable String category, @Nullable String window) {
    return of(ListOptions.plain(limit, category, null), window);
  }

  /// @param window such as `7d`, or null for a week
  public static TrendingRequest of(ListOptions options, @Nullable String window) {
    int days =
        Trends.WINDOWS.stream()
            .filter(known -> (known + UNIT).equals(window))
            .findFirst()
            .orElse(window == null ? Trends.USUAL_DAYS : 0);
    return new TrendingRequest(options, days, null);
  }

  /// The page that a cursor asks for.
  public TrendingRequest after(@Nullable String other) {
    return new TrendingRequest(options, days, other);
  }

  private static String windows() {
    return Trends.WINDOWS.stream().map(days -> days + UNIT).collect(Collectors.joining(", "));
  }
}
