package dev.akin.app;

import org.jspecify.annotations.Nullable;

/// What everybody likes.
///
/// @param options no strategy: it is given
public record PopularRequest(ListOptions options) {
  /// @param limit 1 to 100
  /// @param category a category path that every item must be in or below, or null
  public PopularRequest(int limit, @Nullable String category) {
    this(ListOptions.plain(limit, category, null));
  }
}
