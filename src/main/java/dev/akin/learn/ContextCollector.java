package dev.akin.learn;

import dev.akin.model.ContextClock;
import dev.akin.model.ContextLifts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Gathers the contexts of events, in any order of events. Takes a byte per event and four more per
/// word of its context.
///
/// What is kept of a flood of words does not depend on the order either: of more than
/// [#MOST_TRACKED_KEYS] keys the first by name, and no key with more than [#MOST_TRACKED_VALUES]
/// values, because what is different every time, such as a session id or a URL, is no context. Not
/// safe for concurrent use.
final class ContextCollector {
  static final int MOST_TRACKED_KEYS = 50;
  static final int MOST_TRACKED_VALUES = 10_000;

  /// Two more come from the clock.
  private static final int MOST_OF_SHOP = ContextLifts.MOST_KEYS - ContextClock.KEYS.size();

  private final NavigableMap<String, Tracked> keys = new TreeMap<>();

  /// The last key that was left out for others before it; what is not before it is left out too.
  private @Nullable String end;

  private byte[] counts = new byte[1024];
  private int size;
  private int[] words = new int[1024];
  private int wordCount;
  private int nextWord;

  /// @param values their numbers among all words, in the order of coming; null once they are too
  ///   many
  private static final class Tracked {
    private @Nullable Map<String, Integer> values = new LinkedHashMap<>();
  }

  /// Adds the context of the next event.
  void add(Map<String, String> context) {
    if (size == counts.length) {
      counts = Arrays.copyOf(counts, Math.addExact(size, size / 2));
    }
    int before = wordCount;
    context.forEach(this::add);
    counts[size++] = (byte) (wordCount - before);
  }

  private void add(String key, String value) {
    if (value.isBlank() || (end != null && key.compareTo(end) >= 0)) {
      return;
    }
    Tracked tracked = keys.computeIfAbsent(key, _ -> new Tracked());
    if (keys.size() > MOST_TRACKED_KEYS) {
      end = keys.pollLastEntry().getKey();
    }
    Map<String, Integer> values = tracked.values;
    if (values != null) {
      Integer word = values.get(value);
      if (word == null) {
        word = nextWord++;
        values.put(value, word);
      }
      append(word);
      if (values.size() > MOST_TRACKED_VALUES) {
        tracked.values = null;
      }
    }
  }

  private void append(int word) {
    if (wordCount == words.length) {
      words = Arrays.copyOf(words, Math.addExact(wordCount, wordCount / 2));
    }
    words[wordCount++] = word;
  }

  /// The contexts of some events in another order.
  ///
  /// @param order of every row the number of its event, as added
  /// @param starts where the rows of each subject start
  /// @param times of every row, epoch milliseconds
  ContextRows rows(int[] order, int[] starts, long[] times) {
    List<ContextRows.Key> chosen = ofShop(order, starts);
    for (String key : ContextClock.KEYS) {
      if (chosen.stream().noneMatch(own -> own.name().equals(key))) {
        int[] raw = Arrays.stream(times).mapToInt(time -> ContextClock.number(key, time)).toArray();
        ContextRows.Key.of(key, true, ContextClock.values(key), raw, starts).ifPresent(chosen::add);
      }
    }
    chosen.sort(Comparator.comparing(ContextRows.Key::name));
    return new ContextRows(chosen);
  }

  /// The keys that the shop sends with the most events, of equally many by name; those that the
  /// clock would give first, so that what the shop says of them wins.
  private List<ContextRows.Key> ofShop(int[] order, int[] starts) {
    int[] begins = new int[size + 1];
    for (int e = 0; e < size; e++) {
      begins[e + 1] = begins[e] + counts[e];
    }
    List<Known> known = new ArrayList<>();
    keys.forEach((name, tracked) -> {
      if (tracked.values != null) {
        known.add(known(name, tracked.values, order, begins));
      }
    });
    known.sort(
        Comparator.comparing((Known one) -> !ContextClock.KEYS.contains(one.name()))
            .thenComparing(one -> -one.events())
            .thenComparing(Known::name));
    List<ContextRows.Key> chosen = new ArrayList<>();
    int clock = 0;
    for (Known one : known) {
      if (chosen.size() - clock < MOST_OF_SHOP) {
        Optional<ContextRows.Key> key =
            ContextRows.Key.of(
                one.name(),
                false,
                List.copyOf(one.values().keySet()),
                raw(one.values(), order, begins),
                starts);
        clock += key.isPresent() && ContextClock.KEYS.contains(one.name()) ? 1 : 0;
        key.ifPresent(chosen::add);
      }
    }
    return chosen;
  }

  private Known known(String name, Map<String, Integer> values, int[] order, int[] begins) {
    long events = Arrays.stream(raw(values, order, begins)).filter(value -> value >= 0).count();
    return new Known(name, values, events);
  }

  /// Of every row the number of its value of one key, or -1.
  private int[] raw(Map<String, Integer> values, int[] order, int[] begins) {
    int[] numbers = new int[nextWord];
    Arrays.fill(numbers, -1);
    int next = 0;
    for (int word : values.values()) {
      numbers[word] = next++;
    }
    int[] raw = new int[order.length];
    Arrays.fill(raw, -1);
    for (int row = 0; row < raw.length; row++) {
      for (int w = begins[order[row]]; w < begins[order[row] + 1]; w++) {
        raw[row] = Math.max(raw[row], numbers[words[w]]);
      }
    }
    return raw;
  }

  /// A key of the shop's.
  ///
  /// @param values their numbers among all words
  /// @param events that have one of them
  private record Known(String name, Map<String, Integer> values, long events) {}
}
