package dev.akin.model;

import dev.akin.math.CsrMatrix;
import dev.akin.math.PackedMatrix;
import dev.akin.math.Parallel;
import dev.akin.math.TopK;

/// Items described by sparse vectors of length 1: `score(j) = v_j . sum over i of s_i v_i`, the sum
/// of strength times cosine. Linear, so every term is a contribution; an item needs no events to be
/// scored.
///
/// Scoring costs one pass over the items that share a term with the history; memory twice the
/// vectors, for the index by term. Both are held as [PackedMatrix] rounds them.
public final class ContentModel implements ItemScorer {
  private static final int ITEMS_AT_ONCE = 32;

  private final PackedMatrix vectors;
  private final PackedMatrix byTerm;

  /// @param vectors items x terms, finite; ascending terms in a row
  public ContentModel(CsrMatrix vectors) {
    this(PackedMatrix.of(vectors));
  }

  /// @param vectors items x terms; ascending terms in a row, each term in some row; not copied
  public ContentModel(PackedMatrix vectors) {
    requireAscending(vectors);
    this.vectors = vectors;
    byTerm = vectors.transpose();
  }

  private static void requireAscending(PackedMatrix vectors) {
    if (vectors.columns() > vectors.size()) {
      throw new IllegalArgumentException(
          vectors.columns() + " terms, of which " + vectors.size() + " can be in use");
    }
    for (int item = 0; item < vectors.rows(); item++) {
      for (int p = vectors.starts()[item] + 1; p < vectors.starts()[item + 1]; p++) {
        if (vectors.column(p) <= vectors.column(p - 1)) {
          throw new IllegalArgumentException("the terms of item " + item + " do not ascend");
        }
      }
    }
  }

  @Override
  public int items() {
    return vectors.rows();
  }

  /// Items x terms.
  public PackedMatrix vectors() {
    return vectors;
  }

  @Override
  public Profile profile(History history) {
    return new ContentProfile(vectors, byTerm, history);
  }

  /// The most similar items of every item by cosine, above zero only.
  public NeighbourLists similar(int topK, Parallel parallel) {
    int[][] items = new int[items()][];
    float[][] weights = new float[items()][];
    parallel.run(
        items(),
        ITEMS_AT_ONCE,
        () -> {
          float[] scores = new float[items()];
          return (from, to) -> {
            for (int item = from; item < to; item++) {
              int own = item;
              profile(new History(new int[] {own}, new float[] {1})).scores(scores);
              items[item] = TopK.of(scores, topK, other -> other != own && scores[other] > 0);
              weights[item] = TopK.pick(scores, items[item]);
            }
          };
        });
    return NeighbourLists.of(items, weights);
  }
}
