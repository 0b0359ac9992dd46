package dev.akin.math;

/// A small splittable generator whose numbers are fixed for ever, so that a seed in an old report
/// still means the same training.
///
/// SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA
/// 2014, figure 16. Normal numbers by Marsaglia's polar method. Not safe for concurrent use: split
/// first.
public final class SeededRandom {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  public SeededRandom(long seed) {
    state = seed;
  }

  /// A generator of its own for one part of the work, the same whatever this one does next.
  public SeededRandom split(long part) {
    return new SeededRandom(mix(state ^ mix(part + GOLDEN)));
  }

  public long nextLong() {
    state += GOLDEN;
    return mix(state);
  }

  /// Uniform in `0 .. bound - 1`, for a positive bound.
  public int nextInt(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound must be positive, was " + bound);
    }
    return (int) Math.multiplyHigh(nextLong() >>> 1, 2L * bound);
  }

  /// Uniform in [0, 1), on 53 bits.
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  /// Normal with mean 0 and variance 1.
  public double nextGaussian() {
    while (true) {
      double x = 2 * nextDouble() - 1;
      double y = 2 * nextDouble() - 1;
      double square = x * x + y * y;
      if (square > 0 && square < 1) {
        return x * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
      }
    }
  }

  /// Puts the values into a uniformly random order.
  public void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      int kept = values[i];
      values[i] = values[j];
      values[j] = kept;
    }
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
