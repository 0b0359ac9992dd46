package dev.akin.evaluate.split;

import dev.akin.learn.Interactions;
import dev.akin.math.CsrMatrix;
import dev.akin.math.SeededRandom;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Smaller data of the same kind, for tuning: it must see the training part only, and not all of it
/// every time.
public final class Subsets {
  private Subsets() {}

  /// The observations with one use.
  public static Observations of(Observations all, Part[] parts, Part wanted) {
    ObservationCollector kept = new ObservationCollector();
    for (int user = 0; user < all.users().size(); user++) {
      for (int row = all.starts()[user]; row < all.starts()[user + 1]; row++) {
        if (parts[row] == wanted) {
          kept.add(
              all.users().id(user),
              all.items().id(all.columns().item()[row]),
              all.columns().value()[row],
              all.columns().time()[row],
              wanted);
        }
      }
    }
    return kept.build();
  }

  /// The same catalogue and test users with a random share of the users to train on.
  public static Fold trainedOn(Fold fold, double share, long seed) {
    if (share >= 1) {
      return fold;
    }
    int[] users = shuffled(fold.users().size(), seed);
    boolean[] kept = new boolean[users.length];
    for (int p = 0; p < Math.max(1, Math.round(share * users.length)); p++) {
      kept[users[p]] = true;
    }
    Fold.Training training =
        new Fold.Training(
            new Interactions(rows(fold.training().liked().strengths(), kept)),
            new Interactions(rows(fold.training().rated().strengths(), kept)),
            fold.training().context());
    return new Fold(fold.users(), fold.items(), training, fold.tests(), fold.skipped());
  }

  /// The same training with at most so many test users, drawn at random.
  public static Fold testedOn(Fold fold, int most, long seed) {
    if (fold.tests().size() <= most) {
      return fold;
    }
    int[] chosen = Arrays.copyOf(shuffled(fold.tests().size(), seed), most);
    Arrays.sort(chosen);
    List<TestUser> tests = Arrays.stream(chosen).mapToObj(fold.tests()::get).toList();
    return new Fold(fold.users(), fold.items(), fold.training(), tests, fold.skipped());
  }

  private static int[] shuffled(int size, long seed) {
    int[] order = IntStream.range(0, size).toArray();
    new SeededRandom(seed).shuffle(order);
    return order;
  }

  /// The rows of the others become empty, so the numbers of users stay.
  private static CsrMatrix rows(CsrMatrix all, boolean[] kept) {
    int[] starts = new int[all.rows() + 1];
    int[] indices = new int[all.size()];
    float[] values = new float[all.size()];
    int count = 0;
    for (int row = 0; row < all.rows(); row++) {
      for (int p = all.starts()[row]; kept[row] && p < all.starts()[row + 1]; p++) {
        indices[count] = all.indices()[p];
        values[count++] = all.values()[p];
      }
      starts[row + 1] = count;
    }
    return new CsrMatrix(
        all.rows(),
        all.columns(),
        starts,
        Arrays.copyOf(indices, count),
        Arrays.copyOf(values, count));
  }
}
