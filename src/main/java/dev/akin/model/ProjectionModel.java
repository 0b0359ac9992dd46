package dev.akin.model;

import dev.akin.math.Kernels;
import dev.akin.math.QuantizedQuery;

/// Item factors that are their own encoder: the vector of a history is the strength-weighted sum of
/// its items' rows, and `score(j) = v_j . sum over i of s_i v_i`. Linear, so every term is a
/// contribution.
///
/// A profile costs `h * k` for h events, scoring `items * k`. Scores round the vector to whole
/// numbers, see [QuantizedQuery].
///
/// @param rows v, one row of k numbers per item
public record ProjectionModel(QuantizedRows rows) implements ItemScorer {
  @Override
  public int items() {
    return rows.rows();
  }

  /// The vector of a history, k numbers.
  public float[] vector(History history) {
    double[] sum = new double[rows.columns()];
    double[] row = new double[rows.columns()];
    for (int h = 0; h < history.size(); h++) {
      rows.row(history.items()[h], row);
      for (int c = 0; c < sum.length; c++) {
        sum[c] += history.strengths()[h] * row[c];
      }
    }
    float[] vector = new float[sum.length];
    for (int c = 0; c < vector.length; c++) {
      vector[c] = (float) sum[c];
    }
    return vector;
  }

  @Override
  public Profile profile(History history) {
    QuantizedQuery query = QuantizedQuery.of(vector(history));
    return new AdditiveProfile() {
      @Override
      public void addScores(float factor, float[] into) {
        Kernels.best().accumulateScores(rows.values(), rows.scales(), query.times(factor), into);
      }

      @Override
      public double[] contributions(int item) {
        double[] target = new double[rows.columns()];
        double[] row = new double[rows.columns()];
        rows.row(item, target);
        double[] shares = new double[history.size()];
        for (int h = 0; h < shares.length; h++) {
          rows.row(history.items()[h], row);
          double product = 0;
          for (int c = 0; c < row.length; c++) {
            product += target[c] * row[c];
          }
          shares[h] = history.strengths()[h] * product;
        }
        return shares;
      }
    };
  }
}
