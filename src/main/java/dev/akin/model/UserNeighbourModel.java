package dev.akin.model;

import dev.akin.math.CsrMatrix;
import dev.akin.math.TopK;
import java.util.Arrays;

/// User-based collaborative filtering: `score(j) = sum over v in N(h) of sim(h, v) * r_vj`, N(h)
/// being the users most similar to the history (Herlocker, Konstan, Borchers and Riedl, "An
/// algorithmic framework for performing collaborative filtering", SIGIR 1999, sections 5 and 6;
/// scores only order items, so means and the common divisor are left out).
///
/// `sim(h, v) = (h . r_v - m * items * mean h * mean r_v) / (|h| |r_v| + shrinkage)`, with m = 0
/// for cosine and, for Pearson, m = 1 and lengths about the means. Given N(h) and |h| that is
/// linear in h, so a past event's share of a score is exact: what its own term of the product
/// carries.
///
/// Any history finds its neighbours, through the index of users by item. Holds every user's row
/// twice, about `16 * cells + 16 * users` bytes: it serves evaluation and look-ups of similar users
/// and is never part of a release, which must not carry what users did. A profile costs one pass
/// over the users of the history's items.
public final class UserNeighbourModel implements ItemScorer {
  private final CsrMatrix byUser;
  private final CsrMatrix byItem;
  private final UserSimilarity similarity;
  private final int neighbours;
  private final double shrinkage;
  private final double[] means;
  private final double[] lengths;

  /// @param byUser users x items; not copied, not to be changed
  /// @param neighbours how many users vote
  public UserNeighbourModel(
      CsrMatrix byUser, UserSimilarity similarity, int neighbours, double shrinkage) {
    this.byUser = byUser;
    this.similarity = similarity;
    this.neighbours = neighbours;
    this.shrinkage = shrinkage;
    byItem = byUser.transpose();
    means = new double[byUser.rows()];
    lengths = new double[byUser.rows()];
    for (int user = 0; user < means.length; user++) {
      int from = byUser.starts()[user];
      int to = byUser.starts()[user + 1];
      means[user] = mean(byUser.values(), from, to);
      lengths[user] = length(byUser.values(), from, to, means[user]);
    }
  }

  @Override
  public int items() {
    return byUser.columns();
  }

  /// The users x items matrix that it was made from.
  public CsrMatrix byUser() {
    return byUser;
  }

  @Override
  public UserProfile profile(History history) {
    return new UserProfile(history);
  }

  /// Zero for cosine, which compares with the origin.
  private double mean(float[] values, int from, int to) {
    double sum = 0;
    for (int p = from; p < to; p++) {
      sum += values[p];
    }
    return switch (similarity) {
      case COSINE -> 0;
      case PEARSON -> sum / Math.max(1, items());
    };
  }

  private double length(float[] values, int from, int to, double mean) {
    double square = -items() * mean * mean;
    for (int p = from; p < to; p++) {
      square += (double) values[p] * values[p];
    }
    return Math.sqrt(Math.max(0, square));
  }

  /// A history with its neighbours.
  public final class UserProfile implements AdditiveProfile {
    private final History history;
    private final int[] users;
    private final double[] similarities;
    private final double length;

    private UserProfile(History history) {
      this.history = history;
      float[] strengths = history.strengths();
      double mean = mean(strengths, 0, strengths.length);
      length = UserNeighbourModel.this.length(strengths, 0, strengths.length, mean);
      float[] all = similarities();
      users = TopK.of(all, neighbours, user -> all[user] > 0);
      similarities = new double[users.length];
      Arrays.setAll(similarities, n -> all[users[n]]);
    }

    /// The similar users, the most similar first; never one without an item in common.
    public int[] users() {
      return users.clone();
    }

    /// The similarity of each of [#users].
    public double[] userSimilarities() {
      return similarities.clone();
    }

    private float[] similarities() {
      double[] products = new double[byUser.rows()];
      double strengthSum = 0;
      for (int h = 0; h < history.size(); h++) {
        int item = history.items()[h];
        for (int p = byItem.starts()[item]; p < byItem.starts()[item + 1]; p++) {
          products[byItem.indices()[p]] += (double) history.strengths()[h] * byItem.values()[p];
        }
        strengthSum += history.strengths()[h];
      }
      float[] result = new float[products.length];
      for (int user = 0; user < result.length; user++) {
        double product = products[user] - strengthSum * means[user];
        double divisor = divisor(user);
        result[user] = products[user] > 0 && divisor > 0 ? (float) (product / divisor) : 0;
      }
      return result;
    }

    private double divisor(int user) {
      double product = length * lengths[user];
      return product > 0 ? product + shrinkage : 0;
    }

    @Override
    public void addScores(float factor, float[] into) {
      for (int n = 0; n < users.length; n++) {
        for (int p = byUser.starts()[users[n]]; p < byUser.starts()[users[n] + 1]; p++) {
          into[byUser.indices()[p]] += (float) (factor * similarities[n] * byUser.values()[p]);
        }
      }
    }

    @Override
    public double[] contributions(int item) {
      double[] shares = new double[history.size()];
      for (int user : users) {
        double votes = strength(user, item);
        double divisor = divisor(user);
        for (int h = 0; h < shares.length && votes > 0; h++) {
          double own = strength(user, history.items()[h]) - means[user];
          shares[h] += votes * history.strengths()[h] * own / divisor;
        }
      }
      return shares;
    }

    private double strength(int user, int item) {
      int from = byUser.starts()[user];
      int p = Arrays.binarySearch(byUser.indices(), from, byUser.starts()[user + 1], item);
      return p < 0 ? 0 : byUser.values()[p];
    }
  }
}
