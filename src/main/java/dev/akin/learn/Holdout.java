package dev.akin.learn;

import dev.akin.math.CsrBuilder;
import dev.akin.math.CsrMatrix;
import dev.akin.math.SeededRandom;
import dev.akin.math.TopK;
import dev.akin.model.ItemScorer;
import java.util.Arrays;

/// The validation part that a trainer cuts from its own interactions: some items of some users are
/// hidden, and a model is better the higher it ranks them.
///
/// @param shown what remains to learn from
/// @param hidden users x items; the rows of users outside the validation part are empty
record Holdout(Interactions shown, CsrMatrix hidden) {
  /// With fewer items nobody is asked to spare one.
  private static final int FEWEST_ITEMS = 5;

  /// @param userShare which share of the users with at least five items takes part
  /// @param itemShare which share of their items is hidden, at least one item each
  static Holdout of(
      Interactions interactions, double userShare, double itemShare, SeededRandom random) {
    CsrMatrix all = interactions.strengths();
    CsrBuilder shown = new CsrBuilder();
    CsrBuilder hidden = new CsrBuilder();
    for (int user = 0; user < all.rows(); user++) {
      int from = all.starts()[user];
      int count = all.starts()[user + 1] - from;
      SeededRandom own = random.split(user);
      boolean asked = count >= FEWEST_ITEMS && own.nextDouble() < userShare;
      int[] order = new int[count];
      Arrays.setAll(order, n -> n);
      own.shuffle(order);
      long spared = asked ? Math.max(1, Math.round(itemShare * count)) : 0;
      for (int n = 0; n < count; n++) {
        CsrBuilder part = n < spared ? hidden : shown;
        int p = from + order[n];
        part.add(user, all.indices()[p], all.values()[p]);
      }
    }
    return new Holdout(
        new Interactions(shown.build(all.rows(), all.columns())),
        hidden.build(all.rows(), all.columns()));
  }

  /// The users of the validation part, ascending.
  int[] users() {
    int[] users = new int[hidden.rows()];
    int count = 0;
    for (int user = 0; user < users.length; user++) {
      if (hidden.starts()[user] < hidden.starts()[user + 1]) {
        users[count++] = user;
      }
    }
    return Arrays.copyOf(users, count);
  }

  /// The mean NDCG@k over the users of the validation part, 0 if there are none.
  double ndcg(ItemScorer model, int k) {
    float[] scores = new float[model.items()];
    double sum = 0;
    int[] users = users();
    for (int user : users) {
      model.profile(shown.history(user)).scores(scores);
      sum += ndcg(user, scores, k);
    }
    return sum / Math.max(1, users.length);
  }

  /// `NDCG@k` of one ranking without the items already shown: gains are 1 for a hidden item,
  /// discounts `1 / log2(place + 1)`, the best possible being 1 (Järvelin and Kekäläinen,
  /// "Cumulated gain-based evaluation of IR techniques", TOIS 2002, section 2).
  double ndcg(int user, float[] scores, int k) {
    int[] seen = shown.history(user).items();
    int[] top = TopK.of(scores, k, item -> Arrays.binarySearch(seen, item) < 0);
    int from = hidden.starts()[user];
    int to = hidden.starts()[user + 1];
    double gain = 0;
    for (int place = 0; place < top.length; place++) {
      if (Arrays.binarySearch(hidden.indices(), from, to, top[place]) >= 0) {
        gain += 1 / StrictMath.log(place + 2);
      }
    }
    double ideal = 0;
    for (int place = 0; place < Math.min(k, to - from); place++) {
      ideal += 1 / StrictMath.log(place + 2);
    }
    return ideal == 0 ? 0 : gain / ideal;
  }
}
