package dev.akin.model;

import dev.akin.math.Kernels;
import dev.akin.math.QuantizedQuery;
import dev.akin.math.SymmetricSystem;
import org.jspecify.annotations.Nullable;

/// Matrix factorisation for implicit feedback as it is served: item factors only. The vector of a
/// history is computed when it is asked for, by the very half-step that training would have made.
///
/// `A x = sum over i of q_i c_i y_i` with `A = alpha0 * G + sum over i of q_i c_i y_i y_i' + ridge
/// * I`, and `score(j) = y_j . x`. The score splits into one share per past event, `q_i c_i * y_j'
///   A^-1 y_i` (Hu, Koren and Volinsky, "Collaborative filtering for implicit feedback datasets",
///   ICDM 2008, section 5), with the weights of Rendle et al. ("Revisiting the performance of iALS
///   on item recommendation benchmarks", RecSys 2022, equations 3 and 8).
///
/// | symbol | meaning | shape |
/// |--------|---------|-------|
/// | y_i | factors of item i, as quantised | k |
/// | q_i | weight of item i in the loss | 0 .. |
/// | G | sum of q_i y_i y_i' over all items | k x k |
/// | c_i | strength of item i in the history | > 0 |
///
/// A profile costs `h * k^2 + k^3 / 3` for h events, scoring `items * k`. An empty history has the
/// zero vector. Scores round the vector to whole numbers, see [QuantizedQuery].
public final class FactorModel implements ItemScorer {
  private final QuantizedRows factors;
  private final float[] weights;
  private final double[] gram;
  private final FoldIn foldIn;

  /// Computes G, which takes `items * k^2 / 2`.
  ///
  /// @param weights q, one per item, finite and not negative; not copied, not to be changed
  public FactorModel(QuantizedRows factors, float[] weights, FoldIn foldIn) {
    this(factors, weights, factors.gram(checked(weights, factors.rows())), foldIn);
  }

  /// @param gram G, `k x k`; not copied, not to be changed
  FactorModel(QuantizedRows factors, float[] weights, double[] gram, FoldIn foldIn) {
    if (gram.length != (long) factors.columns() * factors.columns()) {
      throw new IllegalArgumentException(gram.length + " cells of G for " + factors.columns());
    }
    this.factors = factors;
    this.weights = checked(weights, factors.rows());
    this.gram = gram;
    this.foldIn = foldIn;
  }

  private static float[] checked(float[] weights, int items) {
    if (weights.length != items) {
      throw new IllegalArgumentException(weights.length + " weights for " + items + " items");
    }
    for (float weight : weights) {
      if (!(weight >= 0 && weight < Float.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("weight must be finite, not negative, was " + weight);
      }
    }
    return weights;
  }

  @Override
  public int items() {
    return factors.rows();
  }

  /// The dimension k of the vectors.
  public int dimension() {
    return factors.columns();
  }

  public QuantizedRows factors() {
    return factors;
  }

  public FoldIn foldIn() {
    return foldIn;
  }

  float[] weights() {
    return weights;
  }

  double[] gram() {
    return gram;
  }

  /// What one event counts in the loss.
  private double weight(History history, int event) {
    return (double) weights[history.items()[event]] * history.strengths()[event];
  }

  /// The vector of a history, k numbers.
  public float[] vector(History history) {
    return profile(history).vector();
  }

  @Override
  public FactorProfile profile(History history) {
    return new FactorProfile(history);
  }

  /// A history with its vector.
  public final class FactorProfile implements Profile {
    private final History history;
    private final @Nullable SymmetricSystem system;
    private final float[] vector;

    /// The factors of the history's items as they are meant, row by row.
    private final double[] rows;

    private FactorProfile(History history) {
      this.history = history;
      double[] right = new double[dimension()];
      rows = new double[history.size() * dimension()];
      for (int h = 0; h < history.size(); h++) {
        factors.row(history.items()[h], rows, h * dimension());
      }
      system = history.size() == 0 ? null : system(right);
      vector = system == null ? new float[dimension()] : floats(system.solve(right));
    }

    /// A, factored; adds the right side of its equation to `right`.
    private SymmetricSystem system(double[] right) {
      int k = dimension();
      double[] matrix = new double[k * k];
      double seen = 0;
      for (int c = 0; c < matrix.length; c++) {
        matrix[c] = foldIn.unobservedWeight() * gram[c];
      }
      for (int h = 0; h < history.size(); h++) {
        addWeighted(rows, h * k, weight(history, h), matrix, right);
        seen += weight(history, h);
      }
      double ridge = foldIn.ridge(seen);
      for (int c = 0; c < k; c++) {
        matrix[c * k + c] += ridge;
      }
      mirror(matrix, k);
      return SymmetricSystem.factor(matrix, k);
    }

    /// The vector of the history, k numbers in a new array.
    public float[] vector() {
      return vector.clone();
    }

    @Override
    public void scores(float[] into) {
      if (into.length != items()) {
        throw new IllegalArgumentException(into.length + " places for " + items() + " scores");
      }
      QuantizedQuery query = QuantizedQuery.of(vector);
      Kernels.best().scoreRows(factors.values(), factors.scales(), query, into);
    }

    @Override
    public double[] contributions(int item) {
      if (system == null) {
        return new double[0];
      }
      double[] row = new double[dimension()];
      factors.row(item, row, 0);
      double[] solved = system.solve(row);
      double[] shares = new double[history.size()];
      for (int h = 0; h < shares.length; h++) {
        double product = 0;
        for (int c = 0; c < solved.length; c++) {
          product += solved[c] * rows[h * solved.length + c];
        }
        shares[h] = weight(history, h) * product;
      }
      return shares;
    }
  }

  /// Adds a row of `rows` to the right side and its weighted square to the lower triangle.
  private static void addWeighted(
      double[] rows, int from, double weight, double[] matrix, double[] right) {
    int k = right.length;
    for (int a = 0; a < k; a++) {
      double factor = weight * rows[from + a];
      right[a] += factor;
      for (int b = 0; b <= a; b++) {
        matrix[a * k + b] += factor * rows[from + b];
      }
    }
  }

  private static void mirror(double[] matrix, int k) {
    for (int a = 0; a < k; a++) {
      for (int b = 0; b < a; b++) {
        matrix[b * k + a] = matrix[a * k + b];
      }
    }
  }

  private static float[] floats(double[] values) {
    float[] result = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = (float) values[i];
    }
    return result;
  }
}
