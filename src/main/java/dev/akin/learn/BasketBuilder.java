package dev.akin.learn;

import dev.akin.math.CsrBuilder;
import java.time.Duration;
import java.util.stream.IntStream;

/// Finds out what was bought at once. Events carry no order number, so a basket is what one subject
/// bought without a pause of more than [#PAUSE].
///
/// Costs a sort of every subject's purchases by time. Returns are not taken out: what was sent back
/// was still bought together.
public final class BasketBuilder {
  /// Longer than a checkout takes, shorter than anybody needs to come back.
  public static final Duration PAUSE = Duration.ofHours(1);

  private BasketBuilder() {}

  public static Baskets of(EventRows rows) {
    CsrBuilder cells = new CsrBuilder();
    int baskets = 0;
    for (int subject = 0; subject < rows.subjects(); subject++) {
      long last = Long.MIN_VALUE;
      for (int e : purchases(rows, subject)) {
        long time = rows.times()[e];
        if (last == Long.MIN_VALUE || time - last > PAUSE.toMillis()) {
          baskets++;
        }
        last = time;
        cells.add(baskets - 1, rows.items()[e], 1);
      }
    }
    return new Baskets(cells.build(baskets, rows.itemCount()));
  }

  /// The purchases of one subject by time.
  private static int[] purchases(EventRows rows, int subject) {
    return IntStream.range(rows.starts()[subject], rows.starts()[subject + 1])
        .filter(e -> rows.bought()[e])
        .boxed()
        .sorted((a, b) -> Long.compare(rows.times()[a], rows.times()[b]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
