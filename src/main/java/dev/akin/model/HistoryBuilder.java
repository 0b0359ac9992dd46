package dev.akin.model;

import dev.akin.shop.Strength;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Turns the events of one subject into a history. Training and serving both go through here, so a
/// user's row in training is the very history that serving folds in.
///
/// Per item: the weights of one day are summed and capped at [#DAILY_CAP], so that reloading a page
/// or a split order proves nothing; the days are decayed by age and summed; what is left below
/// [#FLOOR] is dropped, so a return cancels its purchase; and the rest is compressed to `log2(1 +
/// sum)`, so a regular's hundredth order says little more than the tenth.
///
/// Not safe for concurrent use.
public final class HistoryBuilder {
  /// A purchase and a look.
  static final double DAILY_CAP = 6;

  /// Less than the oldest view that is kept: only what is cancelled lies below.
  static final double FLOOR = 1e-6;

  private static final double LN2 = StrictMath.log(2);
  private static final long DAY = Duration.ofDays(1).toMillis();

  private final Strength strength;
  private final Instant now;
  private final Map<Long, Double> days = new HashMap<>();

  /// @param now the moment that ages are counted from
  public HistoryBuilder(Strength strength, Instant now) {
    this.strength = strength;
    this.now = now;
  }

  /// Adds one event.
  ///
  /// @param item its number in the release, at least 0
  /// @param weight from [Strength#weight(Action)]
  /// @param time epoch milliseconds
  public void add(int item, double weight, long time) {
    long day = Math.floorDiv(time, DAY);
    days.merge(((long) item << 32) | (day & 0xffffffffL), weight, Double::sum);
  }

  /// The history of all events added so far; the builder is empty afterwards.
  public History build() {
    long[] keys = days.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
    int[] items = new int[keys.length];
    float[] strengths = new float[keys.length];
    int size = 0;
    for (int from = 0; from < keys.length; ) {
      int to = from;
      double sum = 0;
      while (to < keys.length && keys[to] >> 32 == keys[from] >> 32) {
        sum += decayed(keys[to]);
        to++;
      }
      if (sum >= FLOOR) {
        items[size] = (int) (keys[from] >> 32);
        strengths[size++] = (float) (StrictMath.log1p(sum) / LN2);
      }
      from = to;
    }
    days.clear();
    return new History(Arrays.copyOf(items, size), Arrays.copyOf(strengths, size));
  }

  private double decayed(long key) {
    Instant noon = Instant.ofEpochMilli((int) key * DAY + DAY / 2);
    return Math.min(DAILY_CAP, days.getOrDefault(key, 0.0)) * strength.decay(noon, now);
  }
}
