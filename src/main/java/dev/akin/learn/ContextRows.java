package dev.akin.learn;

import dev.akin.model.ContextLifts;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// In what context each event of [EventRows] happened, as far as it can be learned from.
///
/// @param keys ascending by name, at most [ContextLifts#MOST_KEYS]
public record ContextRows(List<Key> keys) {
  /// No context is known.
  public static final ContextRows NONE = new ContextRows(List.of());

  /// Nothing was said of a key.
  public static final byte UNKNOWN = -1;

  /// A value of a key that too few customers have, or that others are more common than.
  public static final byte OTHER = -2;

  public ContextRows {
    keys = List.copyOf(keys);
  }

  /// @param fromClock whether the time of the event says it
  /// @param values the most common first
  /// @param valueOf of every event its value's number, [#UNKNOWN] or [#OTHER]
  public record Key(String name, boolean fromClock, List<String> values, byte[] valueOf) {
    /// Keeps the values that most customers have, of equally many by name; none that fewer than
    /// [ContextLifts#LEAST_CUSTOMERS] have.
    ///
    /// @param words all values by number
    /// @param raw of every event a number into `words`, or -1
    /// @param starts where the events of each subject start
    /// @return empty if there is nothing to compare: fewer than two values, or none kept
    static Optional<Key> of(
        String name, boolean fromClock, List<String> words, int[] raw, int[] starts) {
      int[] customers = customers(words.size(), raw, starts);
      int[] kept =
          IntStream.range(0, words.size())
              .filter(v -> customers[v] >= ContextLifts.LEAST_CUSTOMERS)
              .boxed()
              .sorted(Comparator.comparing((Integer v) -> -customers[v]).thenComparing(words::get))
              .limit(ContextLifts.MOST_VALUES)
              .mapToInt(Integer::intValue)
              .toArray();
      if (kept.length == 0 || Arrays.stream(customers).filter(count -> count > 0).count() < 2) {
        return Optional.empty();
      }
      byte[] numbers = new byte[words.size()];
      Arrays.fill(numbers, OTHER);
      for (int n = 0; n < kept.length; n++) {
        numbers[kept[n]] = (byte) n;
      }
      byte[] valueOf = new byte[raw.length];
      for (int e = 0; e < raw.length; e++) {
        valueOf[e] = raw[e] < 0 ? UNKNOWN : numbers[raw[e]];
      }
      List<String> values = Arrays.stream(kept).mapToObj(words::get).toList();
      return Optional.of(new Key(name, fromClock, values, valueOf));
    }

    /// How many subjects have each value.
    private static int[] customers(int words, int[] raw, int[] starts) {
      int[] customers = new int[words];
      int[] last = new int[words];
      Arrays.fill(last, -1);
      for (int subject = 0; subject + 1 < starts.length; subject++) {
        for (int e = starts[subject]; e < starts[subject + 1]; e++) {
          if (raw[e] >= 0 && last[raw[e]] != subject) {
            last[raw[e]] = subject;
            customers[raw[e]]++;
          }
        }
      }
      return customers;
    }
  }

  /// What they take.
  public long bytes() {
    return keys.stream().mapToLong(key -> key.valueOf().length).sum();
  }
}
