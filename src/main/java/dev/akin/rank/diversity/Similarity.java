package dev.akin.rank.diversity;

import java.util.Arrays;

/// How alike two items are: symmetric, 0 for nothing in common to 1 for the same. Immutable and
/// safe for concurrent use.
public interface Similarity {
  /// Nothing is alike, so diversity changes nothing: for a release without any vectors.
  Similarity NONE = _ -> (_, into) -> Arrays.fill(into, 0);

  /// Prepares comparing some items with any others.
  ///
  /// @param items distinct; kept, not to be changed
  Pool over(int[] items);

  /// Some items, ready to be compared. Not safe for concurrent use.
  interface Pool {
    /// Writes how alike each item of the pool is to `item`.
    ///
    /// @param into one place per item of the pool
    void to(int item, float[] into);
  }
}
