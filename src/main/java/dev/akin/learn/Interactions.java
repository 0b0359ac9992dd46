package dev.akin.learn;

import dev.akin.math.CsrBuilder;
import dev.akin.math.CsrMatrix;
import dev.akin.model.History;
import java.util.Arrays;
import java.util.stream.IntStream;

/// What trainers learn from: one row per user, one column per item, positive strengths (1 for
/// binary data). Rows and columns may be empty.
public record Interactions(CsrMatrix strengths) {
  public int users() {
    return strengths.rows();
  }

  public int items() {
    return strengths.columns();
  }

  /// The row of one user, as serving would see it.
  public History history(int user) {
    int from = strengths.starts()[user];
    int to = strengths.starts()[user + 1];
    return new History(
        Arrays.copyOfRange(strengths.indices(), from, to),
        Arrays.copyOfRange(strengths.values(), from, to));
  }

  /// The rows of at most `mostUsers` users, evenly spread over all that have any. Itself if there
  /// are no more.
  public Interactions spread(int mostUsers) {
    int[] starts = strengths.starts();
    int[] users =
        IntStream.range(0, users()).filter(user -> starts[user] < starts[user + 1]).toArray();
    if (users.length <= mostUsers) {
      return this;
    }
    CsrBuilder some = new CsrBuilder();
    for (int row = 0; row < mostUsers; row++) {
      int user = users[(int) ((long) row * users.length / mostUsers)];
      for (int p = starts[user]; p < starts[user + 1]; p++) {
        some.add(row, strengths.indices()[p], strengths.values()[p]);
      }
    }
    return new Interactions(some.build(mostUsers, items()));
  }
}
