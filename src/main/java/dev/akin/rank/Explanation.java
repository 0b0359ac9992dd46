package dev.akin.rank;

import dev.akin.math.TopK;
import dev.akin.model.History;
import dev.akin.model.ItemScorer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Splits a score into the shares of the past events that it is made of.
///
/// A linear model scores `s(j) = k(j) + sum_i c_i(j)`; the share of event `i` is `c_i / s`, and `k
/// / s` is what speaks for the item whoever asks. At most [#MOST] shares of events are named, the
/// largest; what remains is one share of the rest of the history, so the shares always sum to 1.
/// The rest can be negative where some events speak against the item.
public final class Explanation {
  /// People read two or three reasons.
  public static final int MOST = 3;

  private Explanation() {}

  /// A past item with its share, what is the same for everybody, or the rest of the history.
  ///
  /// @param item its number in the release, or [#EVERYBODY] or [#REST]
  public record Share(int item, double share) {
    public static final int REST = -1;
    public static final int EVERYBODY = -2;
  }

  /// The shares of `item`'s score, largest first, what is the same for everybody among them, and
  /// the rest last; empty if the model cannot say or the score is not positive.
  public static List<Share> of(ItemScorer.Profile profile, History history, int item) {
    double[] contributions = profile.contributions(item);
    double constant = profile.constant(item);
    double score = constant;
    for (double contribution : contributions) {
      score += contribution;
    }
    if (contributions.length == 0 || !(score > 0)) {
      return List.of();
    }
    TopK top = new TopK(MOST);
    for (int i = 0; i < contributions.length; i++) {
      if (contributions[i] > 0) {
        top.offer(i, (float) contributions[i]);
      }
    }
    int[] largest = top.indices();
    List<Share> shares = new ArrayList<>();
    double rest = 1 - constant / score;
    for (int i : largest) {
      double share = contributions[i] / score;
      shares.add(new Share(history.items()[i], share));
      rest -= share;
    }
    if (constant != 0) {
      shares.add(new Share(Share.EVERYBODY, constant / score));
      shares.sort(Comparator.comparingDouble((Share one) -> -one.share()));
    }
    if (contributions.length > largest.length) {
      shares.add(new Share(Share.REST, rest));
    }
    return shares;
  }
}
