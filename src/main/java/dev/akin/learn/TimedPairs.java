package dev.akin.learn;

/// Who took to what and when, for trainers that learn from the order of things. Sorted by user; the
/// arrays are neither copied nor to be changed.
///
/// @param users row numbers, ascending
/// @param items column numbers
/// @param times epoch milliseconds
public record TimedPairs(int[] users, int[] items, long[] times) {
  public static final TimedPairs NONE = new TimedPairs(new int[0], new int[0], new long[0]);

  public TimedPairs {
    if (users.length != items.length || users.length != times.length) {
      throw new IllegalArgumentException(
          users.length + " users, " + items.length + " items, " + times.length + " times");
    }
  }

  public int size() {
    return users.length;
  }
}
