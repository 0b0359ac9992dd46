package dev.akin.bench.peers;

import dev.akin.evaluate.metric.RankingMetric;
import dev.akin.evaluate.split.Fold;
import dev.akin.evaluate.split.TestUser;
import dev.akin.math.TopK;
import java.util.Arrays;

/// One measure for all competitors: full ranking of the catalogue without the user's own items.
final class Quality {
  private static final int CUT = 10;

  private Quality() {}

  /// Mean NDCG@10 over all users with something hidden.
  static double ndcg(Fold fold, Scores model) {
    float[] scores = new float[fold.items().size()];
    double sum = 0;
    for (TestUser test : fold.tests()) {
      model.of(test, fold.users().indexOf(test.id()), scores);
      int[] seen = test.history().items();
      int[] list = TopK.of(scores, CUT, item -> Arrays.binarySearch(seen, item) < 0);
      boolean[] hits = new boolean[list.length];
      for (int r = 0; r < list.length; r++) {
        hits[r] = Arrays.binarySearch(test.relevant(), list[r]) >= 0;
      }
      sum += RankingMetric.NDCG.of(hits, test.truths(), CUT);
    }
    return sum / fold.tests().size();
  }
}
