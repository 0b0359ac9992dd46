package dev.akin.learn;

import dev.akin.math.CsrMatrix;
import dev.akin.model.History;
import dev.akin.model.HistoryBuilder;
import dev.akin.shop.Strength;
import java.time.Instant;
import java.util.Arrays;

/// The events of all subjects, grouped by subject in the order of their keys. Within a subject the
/// order has no meaning. The arrays are neither copied nor to be changed.
///
/// @param itemCount items are numbered below this
/// @param starts `subjects + 1` offsets into the following arrays
/// @param items item numbers
/// @param weights of [Strength#weight]
/// @param times epoch milliseconds
/// @param bought which of them are purchases
/// @param robots how many subjects were left out
public record EventRows(
    int itemCount,
    int[] starts,
    int[] items,
    float[] weights,
    long[] times,
    boolean[] bought,
    int robots) {
  public int subjects() {
    return starts.length - 1;
  }

  public int size() {
    return items.length;
  }

  /// One row per subject, empty ones included, of the events before `end`, as serving would have
  /// seen them at `now`.
  ///
  /// @param end epoch milliseconds, exclusive; `Long.MAX_VALUE` for all events
  public Interactions interactions(Strength strength, Instant now, long end) {
    return interactions(strength, now, Long.MIN_VALUE, end);
  }

  /// The same of the events from `begin` on.
  public Interactions interactions(Strength strength, Instant now, long begin, long end) {
    HistoryBuilder builder = new HistoryBuilder(strength, now);
    int[] rowStarts = new int[subjects() + 1];
    int[] indices = new int[size()];
    float[] values = new float[size()];
    int cells = 0;
    for (int subject = 0; subject < subjects(); subject++) {
      for (int e = starts[subject]; e < starts[subject + 1]; e++) {
        if (times[e] >= begin && times[e] < end) {
          builder.add(items[e], weights[e], times[e]);
        }
      }
      History history = builder.build();
      System.arraycopy(history.items(), 0, indices, cells, history.size());
      System.arraycopy(history.strengths(), 0, values, cells, history.size());
      cells += history.size();
      rowStarts[subject + 1] = cells;
    }
    return new Interactions(
        new CsrMatrix(
            subjects(),
            itemCount,
            rowStarts,
            Arrays.copyOf(indices, cells),
            Arrays.copyOf(values, cells)));
  }
}
