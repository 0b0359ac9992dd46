package dev.akin.evaluate.metric;

/// Errors of predicted ratings and probabilities against what was given.
///
/// @param mse mean of the squared errors
/// @param mae mean of the absolute errors
/// @param count how many predictions were compared
public record RatingErrors(double mse, double mae, long count) {
  /// The root of the mean squared error, in units of the rating.
  public double rmse() {
    return Math.sqrt(mse);
  }

  /// Compares element by element; NaN for empty arrays.
  public static RatingErrors of(double[] predicted, double[] actual) {
    requireSameLength(predicted, actual);
    double squares = 0;
    double absolutes = 0;
    for (int i = 0; i < actual.length; i++) {
      double error = predicted[i] - actual[i];
      squares += error * error;
      absolutes += Math.abs(error);
    }
    return new RatingErrors(squares / actual.length, absolutes / actual.length, actual.length);
  }

  /// Cross-entropy `-sum(p_i ln q_i)` in nats of the prediction q against the truth p. Infinite
  /// where q excludes what happened.
  public static double crossEntropy(double[] truth, double[] predicted) {
    requireSameLength(predicted, truth);
    double sum = 0;
    for (int i = 0; i < truth.length; i++) {
      sum -= truth[i] == 0 ? 0 : truth[i] * StrictMath.log(predicted[i]);
    }
    return sum;
  }

  /// Mean cross-entropy in nats of predicted probabilities against yes (1) and no (0), each
  /// probability kept `1e-15` away from certainty as usual.
  public static double logLoss(double[] probabilities, double[] outcomes) {
    requireSameLength(probabilities, outcomes);
    double sum = 0;
    for (int i = 0; i < outcomes.length; i++) {
      double q = Math.min(1 - 1e-15, Math.max(1e-15, probabilities[i]));
      sum += crossEntropy(new double[] {outcomes[i], 1 - outcomes[i]}, new double[] {q, 1 - q});
    }
    return sum / outcomes.length;
  }

  private static void requireSameLength(double[] predicted, double[] actual) {
    if (predicted.length != actual.length) {
      throw new IllegalArgumentException(
          predicted.length + " predictions for " + actual.length + " values");
    }
  }
}
