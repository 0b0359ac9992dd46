package dev.akin.app;

import dev.akin.shop.ItemId;

/// Who is likely to care for an item?
///
/// @param limit 1 to 100
/// @param excludeBuyers whether those who have bought it are left out
public record ItemUsersRequest(ItemId item, int limit, boolean excludeBuyers) {
  public static final int DEFAULT_LIMIT = 10;
  private static final int MAX_LIMIT = 100;

  public ItemUsersRequest {
    Limits.require(limit, MAX_LIMIT);
  }
}
