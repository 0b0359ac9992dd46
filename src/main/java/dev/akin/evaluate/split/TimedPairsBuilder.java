package dev.akin.evaluate.split;

import dev.akin.learn.TimedPairs;
import java.util.Arrays;

/// Gathers the pairs of training that have a time; users must come in order.
final class TimedPairsBuilder {
  private int[] users = new int[1024];
  private int[] items = new int[1024];
  private long[] times = new long[1024];
  private int size;

  /// @param time 0 if there is none
  void add(int user, int item, long time) {
    if (time == 0) {
      return;
    }
    if (size == users.length) {
      int more = size + (size >> 1);
      users = Arrays.copyOf(users, more);
      items = Arrays.copyOf(items, more);
      times = Arrays.copyOf(times, more);
    }
    users[size] = user;
    items[size] = item;
    times[size++] = time;
  }

  TimedPairs build() {
    return new TimedPairs(
        Arrays.copyOf(users, size), Arrays.copyOf(items, size), Arrays.copyOf(times, size));
  }
}
