package dev.akin.learn;

import java.util.function.IntToDoubleFunction;

/// The sums of a table of counts.
///
/// @param rows over the columns that make up everything
/// @param columns over all rows
/// @param all the sum of `rows`
record Margins(double[] rows, double[] columns, double all) {
  /// How often each column was taken in each row.
  @FunctionalInterface
  interface Table {
    double count(int row, int column);
  }

  /// @param counted 1 for columns that make up everything, else 0
  static Margins of(int rowCount, int columnCount, Table counts, IntToDoubleFunction counted) {
    double[] rows = new double[rowCount];
    double[] columns = new double[columnCount];
    double all = 0;
    for (int v = 0; v < rowCount; v++) {
      for (int x = 0; x < columnCount; x++) {
        double count = counts.count(v, x);
        rows[v] += count * counted.applyAsDouble(x);
        columns[x] += count;
      }
      all += rows[v];
    }
    return new Margins(rows, columns, all);
  }

  /// What independence expects.
  double expected(int v, int x) {
    return all == 0 ? 0 : rows[v] * columns[x] / all;
  }

  /// What is left of a Poisson variance where both sums are given.
  double chance(int v, int x) {
    return all == 0 ? 0 : Math.max(0, (1 - rows[v] / all) * (1 - columns[x] / all));
  }
}
