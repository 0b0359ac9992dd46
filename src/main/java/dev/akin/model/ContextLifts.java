package dev.akin.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How much more, or less, items are wanted in one context than in general: on phones, at eight in
/// the evening, in one country. Every lift is an aggregate over at least [#LEAST_CUSTOMERS]
/// customers, seen or expected, of whom a visit without a name is one, and everything is bounded,
/// so that a release grows by 1.6 MB at the very most, and usually by a few kilobytes.
///
/// The lift of an item in a context is the mean lift of its categories (1 if it has none), times
/// its own. What is not stored is 1.
///
/// @param keys ascending by name, at most [#MOST_KEYS]; only those that made lists better
public record ContextLifts(List<Key> keys) {
  /// Context is worth nothing.
  public static final ContextLifts NONE = new ContextLifts(List.of());

  public static final int MOST_KEYS = 8;
  public static final int MOST_VALUES = 24;

  /// Lifts of one value, of items and of categories each.
  public static final int MOST_LIFTS = 500;

  /// How many distinct customers stand behind a value, and behind every lift. Ten is the threshold
  /// below which statistical offices usually hold cells back, and below which a share says nothing.
  public static final int LEAST_CUSTOMERS = 10;

  private static final int LONGEST_WORD = 256;

  public ContextLifts {
    keys = List.copyOf(keys);
    require(keys.size() <= MOST_KEYS, keys.size() + " keys of context");
    for (int k = 1; k < keys.size(); k++) {
      require(keys.get(k - 1).name().compareTo(keys.get(k).name()) < 0, "keys must ascend");
    }
  }

  /// @param fromClock whether [ContextClock] says it where the request does not
  /// @param personal the exponent of lifts in personal lists, at least 0
  /// @param impersonal the same in lists for somebody without a history
  /// @param values the most common first
  public record Key(
      String name, boolean fromClock, double personal, double impersonal, List<Value> values) {
    public Key {
      values = List.copyOf(values);
      require(!name.isBlank() && name.length() <= LONGEST_WORD, "bad key of context");
      require(values.size() <= MOST_VALUES, values.size() + " values of " + name);
      require(personal >= 0 && personal <= 10, "bad weight " + personal);
      require(impersonal >= 0 && impersonal <= 10, "bad weight " + impersonal);
    }

    /// The same with other weights.
    public Key weighted(double ofPersonal, double ofImpersonal) {
      return new Key(name, fromClock, ofPersonal, ofImpersonal, values);
    }

    /// The lifts of a value; null if nothing is known of it.
    public @Nullable Value value(String word) {
      for (Value value : values) {
        if (value.name().equals(word)) {
          return value;
        }
      }
      return null;
    }
  }

  /// @param categories numbers of the catalogue snapshot, ascending
  /// @param categoryLogs natural logarithms of their lifts
  /// @param items numbers, ascending
  /// @param itemLogs natural logarithms of what each has beyond its categories
  public record Value(
      String name, int[] categories, float[] categoryLogs, int[] items, float[] itemLogs) {
    public Value {
      require(name.length() <= LONGEST_WORD, "bad value of context");
      require(fit(categories, categoryLogs) && fit(items, itemLogs), "bad lifts of " + name);
    }

    boolean within(int itemCount, int categoryCount) {
      return below(items, itemCount) && below(categories, categoryCount);
    }

    public boolean isEmpty() {
      return categories.length + items.length == 0;
    }

    private static boolean fit(int[] numbers, float[] logs) {
      boolean fits = numbers.length == logs.length && numbers.length <= MOST_LIFTS;
      for (int n = 0; fits && n < numbers.length; n++) {
        fits = numbers[n] > (n == 0 ? -1 : numbers[n - 1]) && Math.abs(logs[n]) <= 20;
      }
      return fits;
    }

    private static boolean below(int[] ascending, int limit) {
      return ascending.length == 0 || ascending[ascending.length - 1] < limit;
    }
  }

  /// Whether all numbers are of such a catalogue.
  boolean within(CatalogueSnapshot catalogue) {
    int categories = catalogue.categoryNames().length;
    return keys.stream()
        .flatMap(key -> key.values().stream())
        .allMatch(value -> value.within(catalogue.size(), categories));
  }

  public boolean isEmpty() {
    return keys.isEmpty();
  }

  /// Of a key; null if nothing is known of it.
  public @Nullable Key key(String name) {
    for (Key key : keys) {
      if (key.name().equals(name)) {
        return key;
      }
    }
    return null;
  }

  /// The mean of a number per category over the categories of an item; 1 if it has none.
  public static double mean(CatalogueSnapshot catalogue, double[] byCategory, int item) {
    int begin = catalogue.categoryStarts()[item];
    int end = catalogue.categoryStarts()[item + 1];
    if (begin == end) {
      return 1;
    }
    double sum = 0;
    for (int p = begin; p < end; p++) {
      sum += byCategory[catalogue.categories()[p]];
    }
    return sum / (end - begin);
  }

  /// How many lifts there are.
  public int size() {
    int size = 0;
    for (Key key : keys) {
      for (Value value : key.values()) {
        size += value.items().length + value.categories().length;
      }
    }
    return size;
  }

  /// The same keys with other weights, without those that weigh nothing at all.
  ///
  /// @param weights personal and impersonal, one row per key
  public ContextLifts weighted(double[][] weights) {
    List<Key> weighted = new ArrayList<>();
    for (int k = 0; k < keys.size(); k++) {
      if (weights[k][0] > 0 || weights[k][1] > 0) {
        weighted.add(keys.get(k).weighted(weights[k][0], weights[k][1]));
      }
    }
    return new ContextLifts(weighted);
  }

  private static void require(boolean condition, String problem) {
    if (!condition) {
      throw new IllegalArgumentException(problem);
    }
  }
}
