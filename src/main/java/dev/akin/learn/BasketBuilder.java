package dev.akin.learn;

import dev.akin.math.CsrBuilder;
import java.time.Duration;
import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Finds out what was taken at once. Neither events nor pairs carry an order number, so a basket is
/// what one user took without a pause of more than [#PAUSE].
///
/// Costs a sort of every user's takings by time. Returns are not taken out: what was sent back was
/// still bought together.
public final class BasketBuilder {
  /// Longer than a checkout takes, shorter than anybody needs to come back.
  public static final Duration PAUSE = Duration.ofHours(1);

  private final CsrBuilder cells = new CsrBuilder();
  private int baskets;

  private BasketBuilder() {}

  /// The purchases among events; views are no baskets.
  public static Baskets of(EventRows rows) {
    BasketBuilder builder = new BasketBuilder();
    for (int subject = 0; subject < rows.subjects(); subject++) {
      int from = rows.starts()[subject];
      int to = rows.starts()[subject + 1];
      builder.add(rows.items(), rows.times(), from, to, e -> rows.bought()[e]);
    }
    return builder.build(rows.itemCount());
  }

  /// All pairs.
  ///
  /// @param items how many there are, in pairs or not
  static Baskets of(TimedPairs pairs, int items) {
    BasketBuilder builder = new BasketBuilder();
    int from = 0;
    for (int to = 1; to <= pairs.size(); to++) {
      if (to == pairs.size() || pairs.users()[to] != pairs.users()[from]) {
        builder.add(pairs.items(), pairs.times(), from, to, _ -> true);
        from = to;
      }
    }
    return builder.build(items);
  }

  /// The baskets of one user, who has the takings from `from` to `to`.
  private void add(int[] items, long[] times, int from, int to, IntPredicate taken) {
    int[] byTime =
        IntStream.range(from, to)
            .filter(taken)
            .boxed()
            .sorted(Comparator.comparingLong(e -> times[e]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int n = 0; n < byTime.length; n++) {
      if (n == 0 || times[byTime[n]] - times[byTime[n - 1]] > PAUSE.toMillis()) {
        baskets++;
      }
      cells.add(baskets - 1, items[byTime[n]], 1);
    }
  }

  private Baskets build(int items) {
    return new Baskets(cells.build(baskets, items));
  }
}
