package dev.akin.math;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Seeded cases for properties, as a method source: `dev.akin.math.RandomCases#all`. Sizes grow
/// from empty to small, so the first failure is a small one. Its name shows the seed, and
/// `-Dcases.seed=...` runs that case alone.
public final class RandomCases {
  private static final int COUNT = 60;
  private static final int CASES_PER_SIZE = 3;

  private RandomCases() {}

  /// One case: the same seed and size give the same numbers.
  public record Case(long seed, int size) {
    public SeededRandom random() {
      return new SeededRandom(seed);
    }

    /// Normal numbers.
    public float[] floats(int count) {
      SeededRandom random = random();
      float[] values = new float[count];
      for (int i = 0; i < count; i++) {
        values[i] = (float) random.nextGaussian();
      }
      return values;
    }

    @Override
    public String toString() {
      return "seed " + seed + ", size " + size;
    }
  }

  public static Stream<Case> all() {
    Long only = Long.getLong("cases.seed");
    if (only != null) {
      return Stream.of(of(only));
    }
    return IntStream.range(0, COUNT).mapToObj(RandomCases::of);
  }

  private static Case of(long seed) {
    return new Case(seed, (int) (seed / CASES_PER_SIZE));
  }
}
