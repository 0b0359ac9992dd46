package dev.akin.rank.score;

import dev.akin.model.CatalogueSnapshot;
import dev.akin.model.ContextClock;
import dev.akin.model.ContextLifts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// What the context of a request is worth to each item, as a factor of its score.
///
/// `f(i) = mean over the categories c of i of prod_v lift(v, c)^w * prod_v own(v, i)^w`, over the
/// values `v` of the request that something is known of, with the weight `w` of the value's key;
/// see [ContextLifts]. Contextual post-filtering by weights (Adomavicius and Tuzhilin,
/// "Context-aware recommender systems", 2011, section 7.3.2). Items that the release does not know
/// have 1.
///
/// Costs one pass over the categories to make and a few of their numbers per item that is asked
/// for. Immutable and safe for concurrent use.
public final class ContextFactor implements IntToDoubleFunction {
  private final CatalogueSnapshot catalogue;
  private final List<Active> active;
  private final double @Nullable [] byCategory;
  private final BitSet special = new BitSet();
  private final Map<Integer, Double> own = new HashMap<>();

  /// A value that the request has and something is known of.
  private record Active(String key, ContextLifts.Value value, double weight) {}

  /// Why an item is higher up: of the values of the request the one that lifts it most.
  ///
  /// @param factor by which all of them together lift the item, above 1
  public record Lift(String key, String value, double factor) {}

  /// @param context of the request; keys and values that nothing is known of do nothing
  /// @param time of the request, for what the clock knows; epoch milliseconds
  /// @param personal whether the scores are somebody's own
  public ContextFactor(
      ContextLifts lifts,
      CatalogueSnapshot catalogue,
      Map<String, String> context,
      long time,
      boolean personal) {
    this.catalogue = catalogue;
    active = new ArrayList<>();
    for (ContextLifts.Key key : lifts.keys()) {
      double weight = personal ? key.personal() : key.impersonal();
      String word = context.get(key.name());
      String said = word == null && key.fromClock() ? ContextClock.value(key.name(), time) : word;
      ContextLifts.Value value = said == null || weight == 0 ? null : key.value(said);
      if (value != null) {
        active.add(new Active(key.name(), value, weight));
      }
    }
    byCategory = byCategory();
    for (Active one : active) {
      int[] items = one.value().items();
      for (int n = 0; n < items.length; n++) {
        special.set(items[n]);
        own.merge(
            items[n], StrictMath.exp(one.weight() * one.value().itemLogs()[n]), (a, b) -> a * b);
      }
    }
  }

  /// Null if all categories have 1.
  private double @Nullable [] byCategory() {
    if (active.stream().allMatch(one -> one.value().categories().length == 0)) {
      return null;
    }
    double[] factors = new double[catalogue.categoryNames().length];
    Arrays.fill(factors, 1);
    for (Active one : active) {
      int[] categories = one.value().categories();
      for (int n = 0; n < categories.length; n++) {
        factors[categories[n]] *= StrictMath.exp(one.weight() * one.value().categoryLogs()[n]);
      }
    }
    return factors;
  }

  /// Whether every item has 1.
  public boolean isEmpty() {
    return active.isEmpty();
  }

  @Override
  public double applyAsDouble(int item) {
    if (item >= catalogue.size()) {
      return 1;
    }
    double factor = byCategory == null ? 1 : ContextLifts.mean(catalogue, byCategory, item);
    return special.get(item) ? factor * own.getOrDefault(item, 1.0) : factor;
  }

  /// Why the context lifts an item; null if it does not.
  public @Nullable Lift lift(int item) {
    if (item >= catalogue.size()) {
      return null;
    }
    double factor = applyAsDouble(item);
    Active strongest = null;
    double most = 0;
    for (Active one : active) {
      double log = one.weight() * log(one.value(), item);
      if (log > most) {
        most = log;
        strongest = one;
      }
    }
    return factor > 1 && strongest != null
        ? new Lift(strongest.key(), strongest.value().name(), factor)
        : null;
  }

  private double log(ContextLifts.Value value, int item) {
    double sum = 0;
    int begin = catalogue.categoryStarts()[item];
    int end = catalogue.categoryStarts()[item + 1];
    for (int p = begin; p < end; p++) {
      int at = Arrays.binarySearch(value.categories(), catalogue.categories()[p]);
      sum += at < 0 ? 0 : value.categoryLogs()[at] / (end - begin);
    }
    int at = Arrays.binarySearch(value.items(), item);
    return at < 0 ? sum : sum + value.itemLogs()[at];
  }
}
