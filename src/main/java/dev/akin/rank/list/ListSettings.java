package dev.akin.rank.list;

import dev.akin.rank.explore.Exploration;

/// How a list is made.
///
/// @param limit places of a page, at least 1
/// @param seed of what chance decides; the same seed makes the same list
public record ListSettings(
    int limit,
    long seed,
    Relevance relevance,
    Variety variety,
    Merchandising merchandising,
    Exploration exploration) {
  /// The least pool that diversity chooses from.
  public static final int LEAST_POOL = 100;

  /// How many candidates per place diversity chooses from.
  public static final int POOL_PER_PLACE = 10;

  public ListSettings {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1, was " + limit);
    }
  }

  /// The best items in the order of their scores.
  public static ListSettings plain(int limit) {
    return new ListSettings(
        limit, 0, Relevance.PLAIN, Variety.NONE, Merchandising.NONE, Exploration.OFF);
  }

  public ListSettings with(Relevance other) {
    return new ListSettings(limit, seed, other, variety, merchandising, exploration);
  }

  public ListSettings with(Variety other) {
    return new ListSettings(limit, seed, relevance, other, merchandising, exploration);
  }

  public ListSettings with(Merchandising other) {
    return new ListSettings(limit, seed, relevance, variety, other, exploration);
  }

  /// @param otherSeed what chance depends on
  public ListSettings with(Exploration other, long otherSeed) {
    return new ListSettings(limit, otherSeed, relevance, variety, merchandising, other);
  }

  int pool() {
    return Math.max(LEAST_POOL, Math.multiplyExact(POOL_PER_PLACE, limit));
  }
}
