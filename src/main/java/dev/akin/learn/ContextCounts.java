package dev.akin.learn;

import dev.akin.model.CatalogueSnapshot;
import java.util.Arrays;

/// How often customers took items and categories in the values of one key. The last row is of all
/// other values of the key.
///
/// A customer counts once for an item and a value, however many events there are, so nobody can
/// make a lift alone. For categories a customer has one vote per value, split evenly over the items
/// and the categories of each: tastes run in categories, so that the items of one customer are no
/// independent witnesses.
///
/// @param items customers, values + 1 x items
/// @param votes values + 1 x nodes of the tree of categories; a node has the votes below it
record ContextCounts(int[][] items, double[][] votes) {
  /// @param end events from here on, epoch milliseconds, do not count
  static ContextCounts of(
      EventRows rows, ContextRows.Key key, CatalogueSnapshot catalogue, long end) {
    CategoryLevels tree = CategoryLevels.of(catalogue);
    int others = key.values().size();
    ContextCounts counts =
        new ContextCounts(
            new int[others + 1][rows.itemCount()], new double[others + 1][tree.size()]);
    long[] pairs = new long[16];
    for (int subject = 0; subject < rows.subjects(); subject++) {
      int size = 0;
      for (int e = rows.starts()[subject]; e < rows.starts()[subject + 1]; e++) {
        byte value = key.valueOf()[e];
        if (value != ContextRows.UNKNOWN && rows.weights()[e] > 0 && rows.times()[e] < end) {
          if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, 2 * size);
          }
          long row = value == ContextRows.OTHER ? others : value;
          pairs[size++] = (row << 32) | rows.items()[e];
        }
      }
      Arrays.sort(pairs, 0, size);
      counts.add(pairs, size, catalogue, tree);
    }
    return counts;
  }

  /// @param pairs of value and item of one customer, ascending, perhaps several times
  private void add(long[] pairs, int size, CatalogueSnapshot catalogue, CategoryLevels tree) {
    int from = 0;
    while (from < size) {
      int value = (int) (pairs[from] >> 32);
      int to = from;
      int distinct = 0;
      while (to < size && (int) (pairs[to] >> 32) == value) {
        distinct += to == from || pairs[to] != pairs[to - 1] ? 1 : 0;
        to++;
      }
      for (int p = from; p < to; p++) {
        if (p == from || pairs[p] != pairs[p - 1]) {
          int item = (int) pairs[p];
          items[value][item]++;
          vote(votes[value], 1.0 / distinct, item, catalogue, tree);
        }
      }
      from = to;
    }
  }

  private static void vote(
      double[] votes, double vote, int item, CatalogueSnapshot catalogue, CategoryLevels tree) {
    int begin = catalogue.categoryStarts()[item];
    int end = catalogue.categoryStarts()[item + 1];
    for (int p = begin; p < end; p++) {
      for (int node = tree.nodeOf()[catalogue.categories()[p]];
          node >= 0;
          node = tree.parents()[node]) {
        votes[node] += vote / (end - begin);
      }
    }
  }
}
