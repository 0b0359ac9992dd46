package dev.akin.learn;

import dev.akin.math.Cholesky;
import dev.akin.math.CsrMatrix;
import dev.akin.math.Kernels;
import dev.akin.math.Panel;
import dev.akin.math.Parallel;
import dev.akin.math.SeededRandom;
import dev.akin.math.SingularMatrixException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The rows of users or of items, `(bias, factors)` each, and how they follow from the other side.
///
/// Given the other side's rows `(b, q)`, the row `x = (bias, p)` is normal with precision `A =
/// alpha sum of z z' + diag(lambda)`, `z = (1, q)`, and mean `A^-1 (alpha sum of z (r - b) + lambda
/// m)` (Salakhutdinov and Mnih, "Bayesian probabilistic matrix factorization using Markov chain
/// Monte Carlo", ICML 2008, equations 11 to 13). A draw is the same solution for jittered ratings
/// `r + N(0, 1/alpha)` and expectation `m + N(0, 1/lambda)` (Papandreou and Yuille, NIPS 2010).
final class RatingSide {
  private static final int PANEL_ROWS = 64;
  private static final int ROWS_AT_ONCE = 32;
  private static final double INITIAL_DEVIATION = 0.1;

  private final CsrMatrix ratings;
  private final RatingPrior prior;
  private final int dimension;
  private final float[] rows;

  /// @param ratings standardised, by row of this side
  RatingSide(CsrMatrix ratings, RatingPrior prior, int dimension, SeededRandom random) {
    this.ratings = ratings;
    this.prior = prior;
    this.dimension = dimension;
    rows = new float[Math.multiplyExact(ratings.rows(), dimension)];
    for (int p = 0; p < rows.length; p++) {
      rows[p] = (float) (INITIAL_DEVIATION * random.nextGaussian());
    }
  }

  /// The current draw, `(bias, factors)` per row.
  float[] rows() {
    return rows;
  }

  int size() {
    return ratings.rows();
  }

  /// Draws expectation and rows anew.
  void draw(RatingSide other, double alpha, SeededRandom random, Parallel parallel) {
    prior.update(rows, random.split(0), parallel);
    solve(other, alpha, random.split(1), rows, parallel);
  }

  /// The mean of the rows given the other side, in a new array.
  float[] means(RatingSide other, double alpha, Parallel parallel) {
    float[] means = new float[rows.length];
    solve(other, alpha, null, means, parallel);
    return means;
  }

  /// The sum of squared errors over the ratings of this side, in double and in one order.
  double squaredError(RatingSide other) {
    Kernels kernels = Kernels.best();
    double sum = 0;
    for (int row = 0; row < ratings.rows(); row++) {
      int own = row * dimension;
      for (int p = ratings.starts()[row]; p < ratings.starts()[row + 1]; p++) {
        int at = ratings.indices()[p] * dimension;
        float product = kernels.dot(rows, own + 1, other.rows, at + 1, dimension - 1);
        double error = ratings.values()[p] - rows[own] - other.rows[at] - product;
        sum += error * error;
      }
    }
    return sum;
  }

  private void solve(
      RatingSide other,
      double alpha,
      @Nullable SeededRandom jitter,
      float[] into,
      Parallel parallel) {
    parallel.run(ratings.rows(), ROWS_AT_ONCE, () -> new Solver(other.rows, alpha, jitter, into));
  }

  /// Owns its scratch arrays: one object per thread.
  private final class Solver implements Parallel.Worker {
    private final Kernels kernels = Kernels.best();
    private final Cholesky cholesky = new Cholesky(kernels, dimension);
    private final float[] panel = new float[PANEL_ROWS * dimension];
    private final float[] matrix = new float[dimension * dimension];
    private final float[] right = new float[dimension];
    private final float[] others;
    private final double alpha;
    private final @Nullable SeededRandom jitter;
    private final float[] into;

    Solver(float[] others, double alpha, @Nullable SeededRandom jitter, float[] into) {
      this.others = others;
      this.alpha = alpha;
      this.jitter = jitter;
      this.into = into;
    }

    @Override
    public void run(int from, int to) {
      for (int row = from; row < to; row++) {
        SeededRandom own = jitter == null ? null : jitter.split(row);
        Arrays.fill(matrix, 0);
        Arrays.fill(right, 0);
        addRatings(row, own);
        addPrior(row, own);
        if (!cholesky.solve(matrix, right)) {
          throw new SingularMatrixException(
              "ratings of row " + row + " are too extreme; check the values");
        }
        System.arraycopy(right, 0, into, row * dimension, dimension);
      }
    }

    private void addRatings(int row, @Nullable SeededRandom random) {
      double deviation = 1 / Math.sqrt(alpha);
      int end = ratings.starts()[row + 1];
      for (int start = ratings.starts()[row]; start < end; start += PANEL_ROWS) {
        int count = Math.min(PANEL_ROWS, end - start);
        for (int n = 0; n < count; n++) {
          int at = ratings.indices()[start + n] * dimension;
          double target = ratings.values()[start + n] - others[at];
          target += random == null ? 0 : deviation * random.nextGaussian();
          System.arraycopy(others, at, panel, n * dimension, dimension);
          panel[n * dimension] = 1;
          kernels.axpy((float) target, panel, n * dimension, right, 0, dimension);
        }
        kernels.addOuter(new Panel(panel, 0, count, dimension), 1, 0, matrix);
      }
    }

    /// The system is divided by alpha.
    private void addPrior(int row, @Nullable SeededRandom random) {
      for (int c = 0; c < dimension; c++) {
        double precision = prior.precisions()[c];
        double mean = prior.means()[row * dimension + c];
        mean += random == null ? 0 : random.nextGaussian() / Math.sqrt(precision);
        matrix[c * dimension + c] += (float) (precision / alpha);
        right[c] += (float) (precision / alpha * mean);
      }
    }
  }
}
