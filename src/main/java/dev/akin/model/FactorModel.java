package dev.akin.model;

import dev.akin.math.Kernels;
import dev.akin.math.Panel;
import dev.akin.math.QuantizedQuery;
import dev.akin.math.SymmetricSystem;
import java.util.Arrays;
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
  public final class FactorProfile implements AdditiveProfile {
    private final History history;
    private final @Nullable SymmetricSystem system;
    private final float[] vector;
    private final QuantizedQuery query;

    /// The factors of the history's items, row by row, each times the root of its weight in the
    /// loss, so that the products of the rows with themselves are weighted.
    private final float[] rows;

    private final float[] roots;
    private float @Nullable [] columns;

    private FactorProfile(History history) {
      this.history = history;
      int k = dimension();
      rows = new float[history.size() * k];
      roots = new float[history.size()];
      for (int h = 0; h < roots.length; h++) {
        roots[h] = (float) Math.sqrt(weight(history, h));
        factors.row(history.items()[h], roots[h], rows, h * k);
      }
      system = history.size() == 0 ? null : system();
      vector = system == null ? new float[k] : floats(system.solve(right()));
      query = QuantizedQuery.of(vector);
    }

    /// A, factored.
    private SymmetricSystem system() {
      int k = dimension();
      float[] seen = new float[k * k];
      Kernels.best().addOuter(new Panel(rows, 0, roots.length, k), 1, 0, seen);
      double[] matrix = new double[k * k];
      for (int a = 0; a < k; a++) {
        for (int b = a; b < k; b++) {
          double cell = foldIn.unobservedWeight() * gram[a * k + b] + seen[a * k + b];
          matrix[a * k + b] = cell;
          matrix[b * k + a] = cell;
        }
      }
      double weight = 0;
      for (int h = 0; h < roots.length; h++) {
        weight += weight(history, h);
      }
      double ridge = foldIn.ridge(weight);
      for (int c = 0; c < k; c++) {
        matrix[c * k + c] += ridge;
      }
      return SymmetricSystem.factor(matrix, k);
    }

    private double[] right() {
      float[] sum = new float[dimension()];
      Panel panel = new Panel(rows, 0, roots.length, dimension());
      Kernels.best().addCombination(panel, roots, sum, 0);
      double[] right = new double[sum.length];
      Arrays.setAll(right, c -> sum[c]);
      return right;
    }

    /// The vector of the history, k numbers in a new array.
    public float[] vector() {
      return vector.clone();
    }

    @Override
    public void addScores(float factor, float[] into) {
      if (into.length != items()) {
        throw new IllegalArgumentException(into.length + " places for " + items() + " scores");
      }
      Kernels.best()
          .accumulateScores(factors.values(), factors.scales(), query.times(factor), into);
    }

    @Override
    public float score(int item) {
      float[] row = new float[dimension()];
      factors.row(item, 1, row, 0);
      return Kernels.best().dot(row, 0, vector, 0, row.length);
    }

    @Override
    public double[] contributions(int item) {
      if (system == null) {
        return new double[0];
      }
      double[] row = new double[dimension()];
      factors.row(item, row);
      float[] products = new float[roots.length];
      Panel panel = new Panel(columns(), 0, dimension(), roots.length);
      Kernels.best().addCombination(panel, floats(system.solve(row)), products, 0);
      double[] shares = new double[roots.length];
      for (int h = 0; h < shares.length; h++) {
        shares[h] = (double) roots[h] * products[h];
      }
      return shares;
    }

    /// The rows column by column, so that their products with a vector are summed side by side.
    private float[] columns() {
      float[] known = columns;
      if (known == null) {
        int k = dimension();
        known = new float[rows.length];
        for (int h = 0; h < roots.length; h++) {
          for (int c = 0; c < k; c++) {
            known[c * roots.length + h] = rows[h * k + c];
          }
        }
        columns = known;
      }
      return known;
    }
  }

  private static float[] floats(double[] values) {
    float[] result = new float[values.length];
    for (int c = 0; c < result.length; c++) {
      result[c] = (float) values[c];
    }
    return result;
  }
}
