package dev.akin.rank.filter;

import dev.akin.model.CatalogueSnapshot;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// Multiplies the scores of the items that satisfy a condition.
///
/// @param by the factor, kept within [#LEAST] and [#MOST] for every item; where it is missing, the
///   score stays as it is
public record Boost(Condition when, Formula by) {
  public static final double LEAST = 0.01;
  public static final double MOST = 100;

  /// Parses a boost.
  ///
  /// @throws dev.akin.shop.InvalidFieldException naming `when` or `by`
  public static Boost parse(String when, String by, ExpressionLimits limits) {
    return new Boost(
        Findings.required("when", Condition.parse(when, limits)),
        Findings.required("by", Formula.parse(by, limits)));
  }

  /// The factor of each item: the product of all boosts that apply to it, itself kept within the
  /// range.
  ///
  /// @throws dev.akin.shop.InvalidFieldException naming e.g. `boost[2].when`
  static IntToDoubleFunction factors(
      List<Boost> boosts, CatalogueSnapshot catalogue, FilterContext context) {
    ItemSet[] when = new ItemSet[boosts.size()];
    IntToDoubleFunction[] by = new IntToDoubleFunction[when.length];
    for (int i = 0; i < when.length; i++) {
      String field = "boost[" + i + "]";
      when[i] = Findings.required(field + ".when", boosts.get(i).when.over(catalogue, context));
      by[i] = Findings.required(field + ".by", boosts.get(i).by.over(catalogue, context));
    }
    return item -> {
      double product = 1;
      for (int i = 0; i < when.length; i++) {
        if (when[i].test(item)) {
          product *= bounded(by[i].applyAsDouble(item));
        }
      }
      return bounded(product);
    };
  }

  private static double bounded(double factor) {
    return Double.isNaN(factor) ? 1 : Math.clamp(factor, LEAST, MOST);
  }
}
