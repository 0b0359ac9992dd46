package dev.akin.learn;

import dev.akin.math.CsrMatrix;
import dev.akin.model.History;
import java.util.Arrays;
import java.util.stream.IntStream;

/// What trainers learn from: one row per user, one column per item, positive strengths (1 for
/// binary data). Rows and columns may be empty.
public record Interactions(CsrMatrix strengths) {
  /// @throws IllegalArgumentException if a strength is no finite number
  public Interactions {
    requireAll(strengths, "finite", Float::isFinite);
  }

  public int users() {
    return strengths.rows();
  }

  public int items() {
    return strengths.columns();
  }

  /// The strengths, for trainers of implicit feedback: what counts against an item is no
  /// interaction.
  ///
  /// @throws IllegalArgumentException if one is negative
  CsrMatrix notNegative() {
    requireAll(strengths, "not negative", strength -> strength >= 0);
    return strengths;
  }

  private interface Rule {
    boolean holds(float strength);
  }

  private static void requireAll(CsrMatrix strengths, String what, Rule rule) {
    for (int p = 0; p < strengths.size(); p++) {
      if (!rule.holds(strengths.values()[p])) {
        int at = p;
        int user =
            IntStream.range(0, strengths.rows())
                .filter(row -> strengths.starts()[row + 1] > at)
                .findFirst()
                .orElse(-1);
        throw new IllegalArgumentException(
            "strengths must be "
                + what
                + ", that of user "
                + user
                + " and item "
                + strengths.indices()[p]
                + " is "
                + strengths.values()[p]);
      }
    }
  }

  /// The row of one user, as serving would see it.
  public History history(int user) {
    int from = strengths.starts()[user];
    int to = strengths.starts()[user + 1];
    return new History(
        Arrays.copyOfRange(strengths.indices(), from, to),
        Arrays.copyOfRange(strengths.values(), from, to));
  }

  /// At most `most` users, evenly spread over all that have any item, ascending.
  public int[] spread(int most) {
    int[] starts = strengths.starts();
    int[] users =
        IntStream.range(0, users()).filter(user -> starts[user] < starts[user + 1]).toArray();
    return users.length <= most
        ? users
        : IntStream.range(0, most)
            .map(n -> users[(int) ((long) n * users.length / most)])
            .toArray();
  }

  /// The rows of some users, in their order.
  public Interactions of(int[] users) {
    int[] starts = new int[users.length + 1];
    for (int row = 0; row < users.length; row++) {
      int size = strengths.starts()[users[row] + 1] - strengths.starts()[users[row]];
      starts[row + 1] = starts[row] + size;
    }
    int[] indices = new int[starts[users.length]];
    float[] values = new float[indices.length];
    for (int row = 0; row < users.length; row++) {
      int from = strengths.starts()[users[row]];
      int size = starts[row + 1] - starts[row];
      System.arraycopy(strengths.indices(), from, indices, starts[row], size);
      System.arraycopy(strengths.values(), from, values, starts[row], size);
    }
    return new Interactions(new CsrMatrix(users.length, items(), starts, indices, values));
  }
}
