package dev.akin.learn;

import dev.akin.math.CsrMatrix;
import dev.akin.model.History;
import java.util.Arrays;

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
}
