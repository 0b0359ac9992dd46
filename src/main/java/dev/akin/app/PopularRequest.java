package dev.akin.app;

import org.jspecify.annotations.Nullable;

/// What everybody likes.
///
/// @param options no strategy: it is given
/// @param cursor what the page before gave, for the same options; null for the first
public record PopularRequest(ListOptions options, @Nullable String cursor) {
  /// The first page.
  public PopularRequest(ListOptions options) {
    this(options, null);
  }

  /// @param limit 1 to 100
  /// @param category a category path that every item must be in or below, or null
  public PopularRequest(int limit, @Nullable String category) {
    this(ListOptions.plain(limit, category, null));
  }
}
