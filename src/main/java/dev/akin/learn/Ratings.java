package dev.akin.learn;

import dev.akin.math.CsrBuilder;
import dev.akin.math.CsrMatrix;

/// Explicit ratings and what is known about who rates and what is rated.
///
/// @param values users x items; every stored cell is a rating, zero included
/// @param userAttributes users x any number of attributes, e.g. 1 where an attribute holds
/// @param itemAttributes items x any number of attributes
public record Ratings(CsrMatrix values, CsrMatrix userAttributes, CsrMatrix itemAttributes) {
  public Ratings {
    if (userAttributes.rows() != values.rows() || itemAttributes.rows() != values.columns()) {
      throw new IllegalArgumentException(
          "attributes of "
              + userAttributes.rows()
              + " users and "
              + itemAttributes.rows()
              + " items for ratings of "
              + values.rows()
              + " x "
              + values.columns());
    }
  }

  /// Ratings alone.
  public static Ratings of(CsrMatrix values) {
    return new Ratings(values, none(values.rows()), none(values.columns()));
  }

  /// Ratings as parallel arrays in any order; of one user's ratings of one item the mean counts.
  ///
  /// @param user numbers below `users`
  /// @param item numbers below `items`
  /// @param value finite
  public static Ratings of(int users, int items, int[] user, int[] item, float[] value) {
    CsrBuilder sums = new CsrBuilder();
    CsrBuilder counts = new CsrBuilder();
    for (int n = 0; n < value.length; n++) {
      sums.add(user[n], item[n], value[n]);
      counts.add(user[n], item[n], 1);
    }
    CsrMatrix means = sums.build(users, items);
    CsrMatrix divisors = counts.build(users, items);
    for (int p = 0; p < means.size(); p++) {
      means.values()[p] /= divisors.values()[p];
    }
    return of(means);
  }

  public Ratings withAttributes(CsrMatrix ofUsers, CsrMatrix ofItems) {
    return new Ratings(values, ofUsers, ofItems);
  }

  public int users() {
    return values.rows();
  }

  public int items() {
    return values.columns();
  }

  private static CsrMatrix none(int rows) {
    return new CsrMatrix(rows, 0, new int[rows + 1], new int[0], new float[0]);
  }
}
