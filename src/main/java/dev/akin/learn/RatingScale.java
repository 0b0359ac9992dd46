package dev.akin.learn;

import dev.akin.math.CsrMatrix;
import dev.akin.model.RatingModel.Scale;
import java.util.Arrays;

/// How ratings are spread, so that stars and percentages are learned alike.
///
/// @param deviation standard deviation of all ratings, 1 if they are all equal
record RatingScale(Scale scale, double deviation) {
  private static final double SMALLEST = 1e-6;

  static RatingScale of(CsrMatrix ratings) {
    if (ratings.size() == 0) {
      return new RatingScale(new Scale(0, 0, 0), 1);
    }
    double sum = 0;
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (int p = 0; p < ratings.size(); p++) {
      double value = ratings.values()[p];
      sum += value;
      lowest = Math.min(lowest, value);
      highest = Math.max(highest, value);
    }
    double mean = Math.clamp(sum / ratings.size(), lowest, highest);
    double squares = 0;
    for (int p = 0; p < ratings.size(); p++) {
      squares += (ratings.values()[p] - mean) * (ratings.values()[p] - mean);
    }
    double deviation = Math.sqrt(squares / ratings.size());
    return new RatingScale(
        new Scale(mean, lowest, highest),
        deviation > SMALLEST * Math.max(Math.abs(lowest), Math.abs(highest)) ? deviation : 1);
  }

  /// The ratings as deviations from the mean, in standard deviations.
  CsrMatrix standardised(CsrMatrix ratings) {
    float[] values = new float[ratings.size()];
    for (int p = 0; p < values.length; p++) {
      values[p] = (float) ((ratings.values()[p] - scale.mean()) / deviation);
    }
    return new CsrMatrix(
        ratings.rows(),
        ratings.columns(),
        ratings.starts(),
        Arrays.copyOf(ratings.indices(), values.length),
        values);
  }
}
