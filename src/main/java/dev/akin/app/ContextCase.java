package dev.akin.app;

import dev.akin.evaluate.metric.RankingMetric;
import dev.akin.learn.ContextRows;
import dev.akin.learn.EventRows;
import dev.akin.math.TopK;
import dev.akin.model.ContextClock;
import dev.akin.rank.score.Boost;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// A list that somebody could have been shown in one context, and what was taken in it.
///
/// @param words of the context, the clock's as well
/// @param found items, ascending and distinct, at least one
/// @param pool the items that could be on the list, the best [#POOL] without context
/// @param scores of the pool
record ContextCase(Map<String, String> words, int[] found, int[] pool, float[] scores) {
  /// Context can bring an item up, but hardly from behind this place to the first ten.
  static final int POOL = 1_000;

  private static final int PLACES = 10;
  private static final int MOST_OF_SUBJECT = 8;

  /// What one subject did in each context from a moment on, the first contexts first.
  ///
  /// @param open whether an item counts
  /// @param scores one per item; the pool is of those above 0
  static List<ContextCase> of(
      EventRows rows, ContextRows contexts, Slice slice, IntPredicate open, float[] scores) {
    Map<Map<String, String>, Set<Integer>> found = new LinkedHashMap<>();
    IntStream.range(rows.starts()[slice.subject()], rows.starts()[slice.subject() + 1])
        .filter(e -> slice.holds(rows.times()[e]))
        .filter(e -> rows.weights()[e] > 0 && open.test(rows.items()[e]))
        .boxed()
        .sorted(
            Comparator.comparingLong((Integer e) -> rows.times()[e])
                .thenComparing(e -> rows.items()[e]))
        .forEach(e ->
            found
                .computeIfAbsent(words(contexts, e, rows.times()[e]), _ -> new TreeSet<>())
                .add(rows.items()[e]));
    if (found.isEmpty()) {
      return List.of();
    }
    int[] pool = TopK.of(scores, POOL, item -> scores[item] > 0 && open.test(item));
    float[] pooled = TopK.pick(scores, pool);
    List<ContextCase> cases = new ArrayList<>();
    found.forEach((words, items) -> {
      if (cases.size() < MOST_OF_SUBJECT) {
        int[] taken = items.stream().mapToInt(Integer::intValue).toArray();
        cases.add(new ContextCase(words, taken, pool, pooled));
      }
    });
    return cases;
  }

  /// The events of a subject from a moment on.
  ///
  /// @param from epoch milliseconds
  record Slice(int subject, long from) {
    boolean holds(long time) {
      return time >= from;
    }
  }

  private static Map<String, String> words(ContextRows contexts, int event, long time) {
    Map<String, String> words = new HashMap<>();
    for (ContextRows.Key key : contexts.keys()) {
      byte value = key.valueOf()[event];
      String word =
          key.fromClock()
              ? ContextClock.value(key.name(), time)
              : value < 0 ? null : key.values().get(value);
      if (word != null) {
        words.put(key.name(), word);
      }
    }
    return words;
  }

  /// NDCG@10 of the pool in the order of its scores times a factor.
  double quality(IntToDoubleFunction factor) {
    float[] lifted = new float[pool.length];
    for (int n = 0; n < lifted.length; n++) {
      lifted[n] = Boost.lift(scores[n], factor.applyAsDouble(pool[n]));
    }
    int[] top = TopK.of(lifted, PLACES, _ -> true);
    boolean[] hits = new boolean[top.length];
    for (int place = 0; place < hits.length; place++) {
      hits[place] = Arrays.binarySearch(found, pool[top[place]]) >= 0;
    }
    return RankingMetric.NDCG.of(hits, found.length, PLACES);
  }
}
