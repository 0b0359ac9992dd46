package dev.akin.evaluate.split;

import dev.akin.math.IdIndex;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Collects observations in any order, from a file or from the event log. Of several observations
/// of one pair the earliest stays (of those for training before those for testing; at equal times
/// the smallest value): so an item bought again is no test of what was already known, and no later
/// value leaks into an earlier time.
public final class ObservationCollector {
  private final Map<String, Integer> users = new HashMap<>();
  private final Map<String, Integer> items = new HashMap<>();
  private int[] user = new int[1024];
  private int[] item = new int[1024];
  private float[] value = new float[1024];
  private long[] time = new long[1024];
  private Part[] part = new Part[1024];
  private int size;
  private long overlaps;

  /// @param value a finite number; 1 if there is none
  /// @param time milliseconds since 1970; 0 if there is none
  public ObservationCollector add(String userId, String itemId, float value, long time, Part part) {
    if (size == user.length) {
      grow(size + (size >> 1));
    }
    user[size] = number(users, userId);
    item[size] = number(items, itemId);
    this.value[size] = value;
    this.time[size] = time;
    this.part[size++] = part;
    return this;
  }

  public int size() {
    return size;
  }

  /// How many of the last [#build]'s observations for testing were left out because the pair is one
  /// to train on. Kept, they would ask for what is known.
  public long overlaps() {
    return overlaps;
  }

  public Observations build() {
    overlaps = 0;
    IdIndex userIds = IdIndex.of(users.keySet());
    IdIndex itemIds = IdIndex.of(items.keySet());
    int[] userNumbers = renumbered(users, userIds);
    int[] itemNumbers = renumbered(items, itemIds);
    int[] ends = new int[userIds.size() + 1];
    long[] cells = cellsByUser(ends, userNumbers, itemNumbers);
    int[] chosen = new int[size];
    int[] starts = new int[userIds.size() + 1];
    int count = 0;
    for (int u = 0, from = 0; u < userIds.size(); from = ends[u++]) {
      Arrays.sort(cells, from, ends[u]);
      for (int p = from, end = from; p < ends[u]; p = end) {
        int first = (int) cells[p];
        int tested = 0;
        for (; end < ends[u] && (int) (cells[end] >> 32) == (int) (cells[p] >> 32); end++) {
          first = earlier(first, (int) cells[end]);
          tested += part[(int) cells[end]] == Part.TEST ? 1 : 0;
        }
        overlaps += part[first] == Part.TRAIN ? tested : 0;
        chosen[count++] = first;
      }
      starts[u + 1] = count;
    }
    int[] rows = Arrays.copyOf(chosen, count);
    return new Observations(
        userIds, itemIds, starts, columns(rows, itemNumbers), size - count - overlaps);
  }

  private Observations.Columns columns(int[] rows, int[] itemNumbers) {
    int[] items = new int[rows.length];
    float[] values = new float[rows.length];
    long[] times = new long[rows.length];
    Part[] parts = new Part[rows.length];
    for (int p = 0; p < rows.length; p++) {
      items[p] = itemNumbers[item[rows[p]]];
      values[p] = value[rows[p]];
      times[p] = time[rows[p]];
      parts[p] = part[rows[p]];
    }
    return new Observations.Columns(items, values, times, parts);
  }

  /// Counting sort by user; a cell holds the item, which sorts, and the row.
  private long[] cellsByUser(int[] ends, int[] userNumbers, int[] itemNumbers) {
    for (int row = 0; row < size; row++) {
      ends[userNumbers[user[row]] + 1]++;
    }
    for (int u = 1; u < ends.length; u++) {
      ends[u] += ends[u - 1];
    }
    long[] cells = new long[size];
    for (int row = 0; row < size; row++) {
      cells[ends[userNumbers[user[row]]]++] = (long) itemNumbers[item[row]] << 32 | row;
    }
    return cells;
  }

  private int earlier(int a, int b) {
    int order = part[a].compareTo(part[b]);
    order = order != 0 ? order : Long.compare(time[a], time[b]);
    order = order != 0 ? order : Float.compare(value[a], value[b]);
    return order <= 0 ? a : b;
  }

  private static int number(Map<String, Integer> numbers, String id) {
    Integer known = numbers.putIfAbsent(id, numbers.size());
    return known == null ? numbers.size() - 1 : known;
  }

  private static int[] renumbered(Map<String, Integer> numbers, IdIndex index) {
    int[] renumbered = new int[numbers.size()];
    numbers.forEach((id, number) -> renumbered[number] = index.indexOf(id));
    return renumbered;
  }

  private void grow(int capacity) {
    user = Arrays.copyOf(user, capacity);
    item = Arrays.copyOf(item, capacity);
    value = Arrays.copyOf(value, capacity);
    time = Arrays.copyOf(time, capacity);
    part = Arrays.copyOf(part, capacity);
  }
}
