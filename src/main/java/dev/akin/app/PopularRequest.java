package dev.akin.app;

import org.jspecify.annotations.Nullable;

/// What everybody likes.
///
/// @param limit 1 to 100
/// @param category a category path that every item must be in or below, or null
public record PopularRequest(int limit, @Nullable String category) {
  public PopularRequest {
    Limits.require(limit, RecommendRequest.MAX_LIMIT);
  }
}
