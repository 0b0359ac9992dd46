package dev.akin.learn;

import dev.akin.model.CatalogueSnapshot;
import dev.akin.model.ContextLifts;
import java.util.Arrays;

/// What each item has beyond its categories in the values of one key; see [ContextTrainer] for the
/// formula.
///
/// The ratios are made for one value at a time and nothing is kept per item and value but the
/// counts: 100 bytes an item at most, where the ratios and what they are made of would take 700.
final class ContextItems {
  /// What chance exceeds once in a thousand times, with one degree of freedom.
  static final double LEAST_SURPRISE = 10.83;

  private final int[][] counts;
  private final double[][] byCategory;
  private final CatalogueSnapshot catalogue;
  private final Margins margins;
  private final double[] scales;
  private final double doubt;

  /// @param counts customers, values x items
  /// @param byCategory the lifts of categories, values x categories
  ContextItems(int[][] counts, double[][] byCategory, CatalogueSnapshot catalogue) {
    this.counts = counts;
    this.byCategory = byCategory;
    this.catalogue = catalogue;
    margins = Margins.of(counts.length, catalogue.size(), (v, item) -> counts[v][item], _ -> 1);
    scales = scales();
    doubt = doubt();
  }

  /// What makes the expected counts of every value sum to what was seen in it.
  private double[] scales() {
    double[] found = new double[counts.length];
    for (int v = 0; v < found.length; v++) {
      double sum = 0;
      for (int item = 0; item < catalogue.size(); item++) {
        sum += margins.expected(v, item) * mean(v, item);
      }
      found[v] = sum > 0 ? margins.rows()[v] / sum : 1;
    }
    return found;
  }

  private double doubt() {
    Shrinkage shrinkage = new Shrinkage();
    for (int v = 0; v < counts.length; v++) {
      for (int item = 0; item < catalogue.size(); item++) {
        double expected = expected(v, item);
        shrinkage.add(counts[v][item], expected, expected * margins.chance(v, item));
      }
    }
    return shrinkage.doubt();
  }

  private double mean(int v, int item) {
    return ContextLifts.mean(catalogue, byCategory[v], item);
  }

  private double expected(int v, int item) {
    return margins.expected(v, item) * (mean(v, item) * scales[v]);
  }

  /// Of every item, in a new array.
  double[] ratios(int v) {
    double[] ratios = new double[catalogue.size()];
    Arrays.fill(ratios, 1);
    for (int item = 0; item < ratios.length; item++) {
      double count = counts[v][item];
      double expected = expected(v, item);
      if (Math.max(count, expected) > ContextLifts.LEAST_CUSTOMERS - ContextTrainer.ROUNDING
          && Shrinkage.surprise(count, expected) >= LEAST_SURPRISE) {
        ratios[item] = Shrinkage.ratio(count, expected, doubt);
      }
    }
    return ratios;
  }
}
