package dev.akin.evaluate;

import java.util.Arrays;

/// The lists that one model made for all test users of a fold, in their order.
///
/// @param items per user the recommended items, best first
/// @param scores what they were ordered by
public record Ranking(int[][] items, float[][] scores) {
  /// Which places of a user's list hold one of the ascending relevant items.
  boolean[] hits(int user, int[] relevant) {
    int[] list = items[user];
    boolean[] hits = new boolean[list.length];
    for (int r = 0; r < list.length; r++) {
      hits[r] = Arrays.binarySearch(relevant, list[r]) >= 0;
    }
    return hits;
  }

  /// How often each item is among the first k of a list.
  int[] counts(int k, int itemCount) {
    int[] counts = new int[itemCount];
    for (int[] list : items) {
      for (int r = 0; r < Math.min(k, list.length); r++) {
        counts[list[r]]++;
      }
    }
    return counts;
  }
}
