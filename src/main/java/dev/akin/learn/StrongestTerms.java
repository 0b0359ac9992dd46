package dev.akin.learn;

import dev.akin.math.CsrBuilder;
import dev.akin.math.CsrMatrix;
import dev.akin.math.TopK;
import java.util.Arrays;

/// Keeps what says most about each item, so that long descriptions do not fill the memory of
/// serving: the terms of largest weight, the vectors brought back to length 1.
///
/// Ties go to the smaller term. Costs one pass.
public final class StrongestTerms {
  private StrongestTerms() {}

  /// @param vectors items x terms
  /// @param terms how many each item keeps, at least 1
  /// @return the same matrix if no item has more
  public static CsrMatrix of(CsrMatrix vectors, int terms) {
    CsrBuilder cells = new CsrBuilder();
    for (int item = 0; item < vectors.rows(); item++) {
      addStrongest(vectors, item, terms, cells);
    }
    return cells.size() == vectors.size()
        ? vectors
        : withoutUnusedColumns(cells.build(vectors.rows(), vectors.columns()));
  }

  /// The same cells, columns numbered anew in their order.
  private static CsrMatrix withoutUnusedColumns(CsrMatrix matrix) {
    int[] used = Arrays.stream(matrix.indices()).sorted().distinct().toArray();
    int[] indices =
        Arrays.stream(matrix.indices()).map(column -> Arrays.binarySearch(used, column)).toArray();
    return new CsrMatrix(matrix.rows(), used.length, matrix.starts(), indices, matrix.values());
  }

  private static void addStrongest(CsrMatrix vectors, int item, int terms, CsrBuilder cells) {
    int from = vectors.starts()[item];
    TopK strongest = new TopK(Math.min(terms, vectors.starts()[item + 1] - from));
    for (int p = from; p < vectors.starts()[item + 1]; p++) {
      strongest.offer(p, vectors.values()[p]);
    }
    double square = 0;
    for (int p : strongest.indices()) {
      square += (double) vectors.values()[p] * vectors.values()[p];
    }
    for (int p : strongest.indices()) {
      cells.add(item, vectors.indices()[p], (float) (vectors.values()[p] / Math.sqrt(square)));
    }
  }
}
