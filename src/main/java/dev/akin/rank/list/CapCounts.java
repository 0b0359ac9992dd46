package dev.akin.rank.list;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How many items of each value a page has. Not safe for concurrent use.
final class CapCounts {
  private final List<Cap> caps;
  private final List<Map<Integer, Integer>> counts = new ArrayList<>();

  CapCounts(List<Cap> caps) {
    this.caps = caps;
    caps.forEach(_ -> counts.add(new HashMap<>()));
  }

  void add(int item) {
    for (int c = 0; c < caps.size(); c++) {
      for (int value : caps.get(c).values().apply(item)) {
        counts.get(c).merge(value, 1, Integer::sum);
      }
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
