package dev.akin.rank.list;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How many items of each value a page has, and for strict caps the pages and lists before it. Not
/// safe for concurrent use.
final class CapCounts {
  private final List<Cap> caps;
  private final List<Map<Integer, Integer>> counts = new ArrayList<>();

  /// @param before what earlier pages and other lists have shown
  CapCounts(List<Cap> caps, BitSet before) {
    this.caps = caps;
    caps.forEach(_ -> counts.add(new HashMap<>()));
    for (int c = 0; c < caps.size(); c++) {
      if (caps.get(c).strict()) {
        int cap = c;
        before.stream().forEach(item -> add(item, cap));
      }
    }
  }

  void add(int item) {
    for (int c = 0; c < caps.size(); c++) {
      add(item, c);
    }
  }

  private void add(int item, int cap) {
    for (int value : caps.get(cap).values().apply(item)) {
      counts.get(cap).merge(value, 1, Integer::sum);
    }
  }

  boolean open(int item) {
    return caps.isEmpty() || full(item, false) == null;
  }

  /// Whether no strict cap holds the item back.
  boolean tolerable(int item) {
    return full(item, true) == null;
  }

  /// The first cap that holds the item back, or null.
  @Nullable Cap full(int item, boolean strictOnly) {
    for (int c = 0; c < caps.size(); c++) {
      Cap cap = caps.get(c);
      if (cap.strict() || !strictOnly) {
        for (int value : cap.values().apply(item)) {
          if (counts.get(c).getOrDefault(value, 0) >= cap.most()) {
            return cap;
          }
        }
      }
    }
    return null;
  }
}
