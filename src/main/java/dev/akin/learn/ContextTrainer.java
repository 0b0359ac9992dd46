package dev.akin.learn;

import dev.akin.model.CatalogueSnapshot;
import dev.akin.model.ContextLifts;
import dev.akin.model.ContextLifts.Key;
import dev.akin.model.ContextLifts.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// Learns how much more or less items are wanted in one context than in all contexts together.
///
/// For each key of the context (`device`), with `n(v, x)` for how often the category or item `x`
/// was taken in the value `v` (see [ContextCounts]), and a dot for the sum over values or all `x`:
///
/// ```
/// e(v, x) = n(v, .) n(., x) / n(., .)                       what independence expects
/// lift(v, c) = lift(v, above c) r(n(v, c), e(v, c) lift(v, above c))
/// lift(v, i) = m(v, i) r(n(v, i), s e(v, i) m(v, i))        m: mean over the item's categories
/// ```
///
/// where `r(n, e) = (n + a) / (e + a)` as in [Shrinkage], `a` learned for each key and level, and
/// `s` scales the expected counts to the sum of what was seen. So a lift starts from the level
/// above it and moves away as far as its own counts make it: hierarchical back-off. A ratio stays 1
/// unless ten customers stand behind it, seen or expected; that of an item also unless Dunning's
/// log-likelihood ratio exceeds [ContextItems#LEAST_SURPRISE].
///
/// Costs a pass over the events and `values x (items + categories)` numbers per key. The same
/// events and catalogue give the same lifts, whatever the order of events. Without categories items
/// start from 1; a key that chance explains is left out.
public final class ContextTrainer {
  /// Ten votes may be split into parts whose sum is a little less.
  static final double ROUNDING = 1e-6;

  /// What is nearer to 1 than this is not worth storing, as a logarithm.
  private static final double LEAST_LOG = 0.02;

  /// @param end events from here on, epoch milliseconds, are not looked at
  /// @return the keys that context has lifts of, each with both weights 1
  public ContextLifts fit(
      EventRows rows, ContextRows contexts, CatalogueSnapshot catalogue, long end) {
    CategoryLevels tree = CategoryLevels.of(catalogue);
    List<Key> keys = new ArrayList<>();
    for (ContextRows.Key key : contexts.keys()) {
      ContextCounts counts = ContextCounts.of(rows, key, catalogue, end);
      double[][] above = categoryLifts(counts.votes(), tree);
      double[][] byCategory =
          Arrays.stream(above).map(lifts -> named(lifts, tree)).toArray(double[][]::new);
      ContextItems own = new ContextItems(counts.items(), byCategory, catalogue);
      List<Value> values = new ArrayList<>();
      for (int v = 0; v < key.values().size(); v++) {
        Value value = value(key.values().get(v), byCategory[v], own.ratios(v), counts.items()[v]);
        if (!value.isEmpty()) {
          values.add(value);
        }
      }
      if (!values.isEmpty()) {
        keys.add(new Key(key.name(), key.fromClock(), 1, 1, values));
      }
    }
    return new ContextLifts(keys);
  }

  /// From the top of the tree downwards, one level after the other.
  private static double[][] categoryLifts(double[][] votes, CategoryLevels tree) {
    Margins margins =
        Margins.of(
            votes.length,
            tree.size(),
            (v, node) -> votes[v][node],
            node -> tree.depths()[node] == 0 ? 1 : 0);
    double[][] lifts = new double[votes.length][tree.size()];
    for (int level = 0; level < tree.levels(); level++) {
      int at = level;
      int[] nodes =
          IntStream.range(0, tree.size()).filter(node -> tree.depths()[node] == at).toArray();
      for (int v = 0; v < votes.length; v++) {
        for (int node : nodes) {
          int parent = tree.parents()[node];
          lifts[v][node] = parent < 0 ? 1 : lifts[v][parent];
        }
      }
      double[][] ratios = ratios(votes, margins, lifts, nodes);
      for (int v = 0; v < votes.length; v++) {
        for (int node : nodes) {
          lifts[v][node] *= ratios[v][node];
        }
      }
    }
    return lifts;
  }

  /// How much each count differs from what is expected of it, shrunk.
  ///
  /// @param before what the level above says, a factor of the expected counts
  private static double[][] ratios(
      double[][] counts, Margins margins, double[][] before, int[] columns) {
    Shrinkage shrinkage = new Shrinkage();
    for (int v = 0; v < counts.length; v++) {
      for (int x : columns) {
        double expected = margins.expected(v, x) * before[v][x];
        shrinkage.add(counts[v][x], expected, expected * margins.chance(v, x));
      }
    }
    double doubt = shrinkage.doubt();
    double[][] ratios = new double[counts.length][counts[0].length];
    for (int v = 0; v < counts.length; v++) {
      Arrays.fill(ratios[v], 1);
      for (int x : columns) {
        double expected = margins.expected(v, x) * before[v][x];
        if (Math.max(counts[v][x], expected) > ContextLifts.LEAST_CUSTOMERS - ROUNDING) {
          ratios[v][x] = Shrinkage.ratio(counts[v][x], expected, doubt);
        }
      }
    }
    return ratios;
  }

  /// The numbers of the categories of the snapshot.
  private static double[] named(double[] nodes, CategoryLevels tree) {
    return Arrays.stream(tree.nodeOf()).mapToDouble(node -> nodes[node]).toArray();
  }

  /// The lifts of a value that differ most from 1; of items those that most customers stand behind.
  private static Value value(String name, double[] categories, double[] items, int[] customers) {
    int[] keptCategories = strongest(categories, c -> Math.abs(StrictMath.log(categories[c])));
    int[] keptItems =
        strongest(items, item -> Math.abs(StrictMath.log(items[item])) * (1 + customers[item]));
    return new Value(
        name, keptCategories, logs(categories, keptCategories), keptItems, logs(items, keptItems));
  }

  private static int[] strongest(double[] lifts, IntToDoubleFunction weight) {
    return IntStream.range(0, lifts.length)
        .filter(x -> Math.abs(StrictMath.log(lifts[x])) >= LEAST_LOG)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer x) -> -weight.applyAsDouble(x)))
        .limit(ContextLifts.MOST_LIFTS)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  private static float[] logs(double[] lifts, int[] kept) {
    float[] logs = new float[kept.length];
    for (int n = 0; n < kept.length; n++) {
      logs[n] = (float) StrictMath.log(lifts[kept[n]]);
    }
    return logs;
  }
}
