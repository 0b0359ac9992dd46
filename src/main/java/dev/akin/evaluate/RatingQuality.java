package dev.akin.evaluate;

import dev.akin.evaluate.metric.RatingErrors;
import dev.akin.evaluate.split.Fold;
import dev.akin.evaluate.split.TestUser;
import dev.akin.learn.Algorithm;
import dev.akin.model.ItemScorer;
import dev.akin.model.UserScorer;
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
  static Map<String, Double> of(Fold fold, Algorithm algorithm, ItemScorer scorer) {
    return switch (algorithm.feedback()) {
      case IMPLICIT -> Map.of();
      case RATINGS -> errors(fold, scorer);
    };
  }

  private static Map<String, Double> errors(Fold fold, ItemScorer scorer) {
    int size = fold.tests().stream().mapToInt(test -> test.ratings().items().length).sum();
    double[] predicted = new double[size];
    double[] actual = new double[size];
    float[] scores = new float[scorer.items()];
    int count = 0;
    for (TestUser test : fold.tests()) {
      int user = fold.users().indexOf(test.id());
      boolean known = user >= 0 && scorer instanceof UserScorer;
      if (!known) {
        scorer.profile(test.ratings().history()).scores(scores);
      }
      for (int p = 0; p < test.ratings().items().length; p++) {
        int item = test.ratings().items()[p];
        if (known || item >= 0) {
          predicted[count] = known ? ((UserScorer) scorer).predict(user, item) : scores[item];
          actual[count++] = test.ratings().values()[p];
        }
      }
    }
    predicted = Arrays.copyOf(predicted, count);
    actual = Arrays.copyOf(actual, count);
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
