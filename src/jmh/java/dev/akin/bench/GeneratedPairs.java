package dev.akin.bench;

import dev.akin.learn.Interactions;
import dev.akin.math.CsrBuilder;
import dev.akin.math.CsrMatrix;
import dev.akin.math.SeededRandom;
import java.util.Arrays;

/// Interactions of any size with a long tail: item ranks follow a power law, users are drawn
/// evenly. Same size and seed, same pairs.
public final class GeneratedPairs {
  private static final double PAIRS_PER_USER = 100;
  private static final double PAIRS_PER_ITEM = 200;
  private static final double SKEW = 2;

  private GeneratedPairs() {}

  /// As many draws as asked for; pairs drawn twice make it a few per cent fewer cells. Users and
  /// items grow with the draws, as they do in a shop.
  public static Interactions of(int draws, long seed) {
    int users = (int) Math.max(10, draws / PAIRS_PER_USER);
    int items = (int) Math.max(10, draws / PAIRS_PER_ITEM);
    SeededRandom random = new SeededRandom(seed);
    CsrBuilder cells = new CsrBuilder();
    for (int n = 0; n < draws; n++) {
      int item = (int) (items * StrictMath.pow(random.nextDouble(), SKEW));
      cells.add(random.nextInt(users), item, 1);
    }
    return binary(cells.build(users, items));
  }

  private static Interactions binary(CsrMatrix cells) {
    Arrays.fill(cells.values(), 1);
    return new Interactions(cells);
  }
}
