package dev.akin.evaluate;

import dev.akin.evaluate.metric.ItemDistance;
import dev.akin.evaluate.metric.ListMetric;
import dev.akin.evaluate.metric.RankingMetric;
import dev.akin.evaluate.split.Fold;
import dev.akin.evaluate.split.TestUser;
import java.util.Arrays;

/// Metrics of a ranking, one value per test user of the fold, in their order.
public final class UserValues {
  private UserValues() {}

  /// The quality of every user's list.
  public static double[] of(Fold fold, Ranking ranking, RankingMetric metric, int k) {
    double[] values = new double[fold.tests().size()];
    for (int user = 0; user < values.length; user++) {
      TestUser test = fold.tests().get(user);
      values[user] = metric.of(ranking.hits(user, test.relevant()), test.truths(), k);
    }
    return values;
  }

  /// What every user's list is like; NaN where the list is too short to say.
  public static double[] of(Fold fold, Ranking ranking, ListMetric metric, ListView view) {
    double[] values = new double[fold.tests().size()];
    int[] popularity = fold.popularity();
    ItemDistance distance = view.distance().remembering();
    Arrays.setAll(
        values,
        user -> {
          int[] list = ranking.items()[user];
          return switch (metric) {
            case DIVERSITY -> ListMetric.diversity(list, view.k(), distance);
            case NOVELTY -> ListMetric.novelty(list, view.k(), popularity, fold.users().size());
            case POPULARITY -> ListMetric.popularity(list, view.k(), popularity);
          };
        });
    return values;
  }

  /// Where lists are cut, and what makes their items different.
  public record ListView(int k, ItemDistance distance) {}

  /// Recall of the hidden items of one kind; NaN for users without a hidden item of that kind.
  public static double[] recall(Fold fold, Ranking ranking, boolean[] kind, int k) {
    double[] values = new double[fold.tests().size()];
    for (int user = 0; user < values.length; user++) {
      int[] wanted =
          Arrays.stream(fold.tests().get(user).relevant()).filter(item -> kind[item]).toArray();
      values[user] =
          wanted.length == 0
              ? Double.NaN
              : RankingMetric.RECALL.of(ranking.hits(user, wanted), wanted.length, k);
    }
    return values;
  }
}
