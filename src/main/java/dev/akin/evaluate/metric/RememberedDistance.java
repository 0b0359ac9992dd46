package dev.akin.evaluate.metric;

import java.util.Arrays;

/// Lists of many users repeat the same pairs, and a pair costs a walk over two columns. A table
/// with one slot per hash keeps the memory bounded; a collision only costs the walk again.
final class RememberedDistance implements ItemDistance {
  private static final int BITS = 16;

  private final ItemDistance distance;
  private final long[] pairs = new long[1 << BITS];
  private final double[] known = new double[1 << BITS];

  RememberedDistance(ItemDistance distance) {
    this.distance = distance;
    Arrays.fill(pairs, -1);
  }

  @Override
  public double between(int a, int b) {
    long pair = (long) Math.min(a, b) << 32 | Math.max(a, b);
    int slot = (int) (pair * 0x9E3779B97F4A7C15L >>> (64 - BITS));
    if (pairs[slot] != pair) {
      known[slot] = distance.between(a, b);
      pairs[slot] = pair;
    }
    return known[slot];
  }
}
