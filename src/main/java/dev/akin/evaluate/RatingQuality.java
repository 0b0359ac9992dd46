package dev.akin.evaluate;

import dev.akin.evaluate.metric.RatingErrors;
import dev.akin.evaluate.split.TestUser;
import dev.akin.learn.Algorithm;
import dev.akin.model.ItemScorer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// How near predicted values come to hidden ones, for algorithms that predict values.
///
/// Log-loss reads predictions as probabilities of a yes and is given only where all hidden values
/// are 0 or 1.
final class RatingQuality {
  private RatingQuality() {}

  /// Numbers by key; empty for algorithms that only rank.
  static Map<String, Double> of(Experiment.Run run, Algorithm algorithm, ItemScorer scorer) {
    return switch (algorithm.feedback()) {
      case IMPLICIT -> Map.of();
      case RATINGS -> errors(run, scorer);
    };
  }

  private static Map<String, Double> errors(Experiment.Run run, ItemScorer scorer) {
    int size = run.fold().tests().stream().mapToInt(test -> test.ratings().items().length).sum();
    double[] predicted = new double[size];
    double[] actual = new double[size];
    float[] scores = new float[scorer.items()];
    int count = 0;
    for (TestUser test : run.fold().tests()) {
      scorer.profile(test.ratings().history()).scores(scores);
      for (int p = 0; p < test.ratings().items().length; p++) {
        predicted[count] = scores[test.ratings().items()[p]];
        actual[count++] = test.ratings().values()[p];
      }
    }
    RatingErrors errors = RatingErrors.of(predicted, actual);
    Map<String, Double> quality = new LinkedHashMap<>();
    quality.put("rmse", errors.rmse());
    quality.put("mse", errors.mse());
    quality.put("mae", errors.mae());
    if (Arrays.stream(actual).allMatch(value -> value == 0 || value == 1)) {
      quality.put("logLoss", RatingErrors.logLoss(predicted, actual));
    }
    return quality;
  }
}
