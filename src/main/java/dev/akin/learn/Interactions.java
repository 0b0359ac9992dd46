package dev.akin.learn;

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
