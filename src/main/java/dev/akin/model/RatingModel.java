package dev.akin.model;

/// Predicts how a user would rate an item: biased matrix factorisation, the mean of many draws.
///
/// `predict(u, i) = mean + b_u + b_i + p_u . q_i`, cut to the scale (Koren, Bell and Volinsky,
/// "Matrix factorization techniques for recommender systems", 2009, equation 4). The vectors hold
/// one block of factors per draw, so one product sums over all draws. Immutable and safe for
/// concurrent use.
///
/// @param scale what ratings look like as a whole
/// @param users bias and vector of every user
/// @param items bias and vector of every item
public record RatingModel(Scale scale, Side users, Side items) {
  public RatingModel {
    if (users.factors().columns() != items.factors().columns()) {
      throw new IllegalArgumentException(
          "vectors of " + users.factors().columns() + " and " + items.factors().columns());
    }
  }

  /// @param mean of all ratings
  /// @param lowest rating that was ever given
  /// @param highest rating that was ever given
  public record Scale(double mean, double lowest, double highest) {
    public Scale {
      if (!(lowest <= mean && mean <= highest && highest - lowest < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(mean + " in " + lowest + ".." + highest);
      }
    }
  }

  /// Users or items.
  ///
  /// @param biases finite, one each: how much they deviate from the mean; not copied
  /// @param factors one row each
  public record Side(float[] biases, QuantizedRows factors) {
    public Side {
      if (biases.length != factors.rows()) {
        throw new IllegalArgumentException(biases.length + " biases, " + factors.rows() + " rows");
      }
      for (float bias : biases) {
        if (!Float.isFinite(bias)) {
          throw new IllegalArgumentException("bias must be finite, was " + bias);
        }
      }
    }

    boolean knows(int row) {
      return row >= 0 && row < biases.length;
    }
  }

  /// The predicted rating, in `lowest .. highest`, never NaN. Numbers that were not trained, such
  /// as -1, count as a stranger: the prediction is what is known about the other side.
  public double predict(int user, int item) {
    return Math.clamp(uncut(user, item), scale.lowest(), scale.highest());
  }

  /// The same, not cut to the scale: what is beyond it is still in order.
  double uncut(int user, int item) {
    double rating = scale.mean();
    if (users.knows(user)) {
      rating += users.biases()[user];
    }
    if (items.knows(item)) {
      rating += items.biases()[item];
    }
    if (users.knows(user) && items.knows(item)) {
      rating += product(users.factors(), user, items.factors(), item);
    }
    return rating;
  }

  private static double product(QuantizedRows left, int row, QuantizedRows right, int other) {
    int[] first = left.whole(row);
    int[] second = right.whole(other);
    long sum = 0;
    for (int c = 0; c < first.length; c++) {
      sum += first[c] * second[c];
    }
    return (double) left.scales()[row] * right.scales()[other] * sum;
  }
}
