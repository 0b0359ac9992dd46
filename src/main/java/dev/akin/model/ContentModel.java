package dev.akin.model;

import dev.akin.math.CsrMatrix;
import dev.akin.math.Parallel;
import dev.akin.math.TopK;
import java.util.Arrays;

/// Items described by sparse vectors of length 1: `score(j) = v_j . sum over i of s_i v_i`, the sum
/// of strength times cosine. Linear, so every term is a contribution; an item needs no events to be
/// scored.
///
/// Scoring costs one pass over the items that share a term with the history; memory twice the
/// vectors, for the index by term.
public final class ContentModel implements ItemScorer {
  private static final int ITEMS_AT_ONCE = 32;

  private final CsrMatrix vectors;
  private final CsrMatrix byTerm;

  /// @param vectors items x terms, finite; ascending terms in a row; not copied
  public ContentModel(CsrMatrix vectors) {
    requireSound(vectors);
    this.vectors = vectors;
    byTerm = vectors.transpose();
  }

  private static void requireSound(CsrMatrix vectors) {
    for (int item = 0; item < vectors.rows(); item++) {
      int last = -1;
      require(vectors.starts()[item] >= 0, item);
      require(vectors.starts()[item] <= vectors.starts()[item + 1], item);
      require(vectors.starts()[item + 1] <= vectors.indices().length, item);
      for (int p = vectors.starts()[item]; p < vectors.starts()[item + 1]; p++) {
        int term = vectors.indices()[p];
        require(term > last && term < vectors.columns(), item);
        require(Float.isFinite(vectors.values()[p]), item);
        last = term;
      }
    }
  }

  private static void require(boolean sound, int item) {
    if (!sound) {
      throw new IllegalArgumentException("bad vector of item " + item);
    }
  }

  @Override
  public int items() {
    return vectors.rows();
  }

  /// Items x terms.
  public CsrMatrix vectors() {
    return vectors;
  }

  @Override
  public Profile profile(History history) {
    float[] terms = new float[vectors.columns()];
    for (int h = 0; h < history.size(); h++) {
      add(history.items()[h], history.strengths()[h], terms);
    }
    return new Profile() {
      /// Zero between two questions: reasons ask for one item after the other.
      private final float[] wanted = new float[vectors.columns()];

      @Override
      public void scores(float[] into) {
        ContentModel.this.scores(terms, into);
      }

      @Override
      public double[] contributions(int item) {
        add(item, 1, wanted);
        double[] shares = new double[history.size()];
        for (int h = 0; h < shares.length; h++) {
          shares[h] = history.strengths()[h] * product(history.items()[h], wanted);
        }
        clear(item, wanted);
        return shares;
      }
    };
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
              float[] terms = new float[vectors.columns()];
              add(item, 1, terms);
              scores(terms, scores);
              items[item] = TopK.of(scores, topK, other -> other != own && scores[other] > 0);
              weights[item] = TopK.pick(scores, items[item]);
            }
          };
        });
    return NeighbourLists.of(items, weights);
  }

  private void add(int item, float strength, float[] terms) {
    for (int p = vectors.starts()[item]; p < vectors.starts()[item + 1]; p++) {
      terms[vectors.indices()[p]] += strength * vectors.values()[p];
    }
  }

  private void clear(int item, float[] terms) {
    for (int p = vectors.starts()[item]; p < vectors.starts()[item + 1]; p++) {
      terms[vectors.indices()[p]] = 0;
    }
  }

  private double product(int item, float[] terms) {
    double sum = 0;
    for (int p = vectors.starts()[item]; p < vectors.starts()[item + 1]; p++) {
      sum += (double) vectors.values()[p] * terms[vectors.indices()[p]];
    }
    return sum;
  }

  private void scores(float[] terms, float[] into) {
    Arrays.fill(into, 0);
    for (int term = 0; term < terms.length; term++) {
      if (terms[term] != 0) {
        for (int p = byTerm.starts()[term]; p < byTerm.starts()[term + 1]; p++) {
          into[byTerm.indices()[p]] += terms[term] * byTerm.values()[p];
        }
      }
    }
  }
}
