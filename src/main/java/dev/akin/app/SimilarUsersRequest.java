package dev.akin.app;

import dev.akin.shop.UserId;

/// Who is like a user?
///
/// @param limit 1 to 100
public record SimilarUsersRequest(UserId user, int limit) {
  public static final int MAX_LIMIT = 100;
  public static final int DEFAULT_LIMIT = 10;

  public SimilarUsersRequest {
    Limits.require(limit, MAX_LIMIT);
  }
}
