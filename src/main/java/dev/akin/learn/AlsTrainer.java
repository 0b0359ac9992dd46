package dev.akin.learn;

import dev.akin.math.CsrMatrix;
import dev.akin.math.Parallel;
import dev.akin.math.SeededRandom;
import dev.akin.model.FactorModel;
import dev.akin.model.FoldIn;
import dev.akin.model.QuantizedRows;

/// Matrix factorisation for implicit feedback by alternating least squares.
///
/// Minimises over X and Y `sum over seen (u,i) of c_ui (1 - x_u.y_i)^2 + alpha0 * sum over all
/// (u,i) of (x_u.y_i)^2 + sum over u of r_u |x_u|^2 + sum over i of r_i |y_i|^2`, with `r_u =
/// lambda * (sum over i of c_ui + alpha0 * items)^nu` and likewise for items. With one side fixed
/// every row of the other solves its own small system; the unseen cells enter through one Gram
/// matrix that all rows share.
///
/// | symbol | meaning | shape / range |
/// |--------|---------|---------------|
/// | X, Y | factors of users, of items | users x k, items x k |
/// | c_ui | strength, 1 for binary data | > 0 |
/// | alpha0 | weight of every cell towards zero | > 0 |
/// | lambda, nu | regularisation and its growth with activity | > 0, 0..1 |
///
/// Sources: Hu, Koren and Volinsky, ICDM 2008, equations 3 to 5 (confidence `1 + alpha r` there is
/// `c / alpha0` here, up to a common factor); Rendle, Krichene, Zhang and Koren, "Revisiting the
/// performance of iALS on item recommendation benchmarks", RecSys 2022, equations 3 and 8. Where
/// they count interactions we sum strengths, which is the same for binary data.
///
/// Three ways to solve a row, from the most exact to the fastest per iteration; what they reach in
/// how much time is in src/docs/performance.md:
///
/// | way | parameters | cost per iteration |
/// |-----|------------|--------------------|
/// | exact | `conjugateSteps` 0, `blockSize >= k` | `cells * k^2 + (users + items) * k^3 / 6` |
/// | block by block: Rendle et al., "iALS++", 2021, algorithm 2 | `conjugateSteps` 0 | `cells * k * (blockSize + 4) + (users + items) * k * blockSize^2 / 6` |
/// | conjugate gradients: Takács, Pilászy and Tikk, RecSys 2011 | `conjugateSteps` s > 0 | `(s + 1) * (4 * cells * k + (users + items) * k^2)` |
///
/// Memory: `2 * (users + items) * k` floats at most and the transposed matrix. A row without
/// interactions gets the zero vector. The last half-step is the items', so a fold-in of any
/// training row is that user's next half-step. Factors are trained in float and rounded to int8 in
/// the model. Same seed, same bytes, whatever the threads. Keeps no reference to its argument; safe
/// for concurrent use.
public final class AlsTrainer implements Trainer {
  private static final double INITIAL_DEVIATION = 0.1;
  private static final int ROWS_AT_ONCE = 32;

  private final AlsParameters parameters;

  public AlsTrainer(AlsParameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public String name() {
    return "als";
  }

  /// @throws dev.akin.math.SingularMatrixException if strengths are too extreme for float numbers
  @Override
  public FactorModel fit(Interactions interactions) {
    CsrMatrix byUser = interactions.strengths();
    CsrMatrix byItem = byUser.transpose();
    int k = parameters.factors();
    float[] users = new float[Math.multiplyExact(byUser.rows(), k)];
    float[] items = initial(byItem);
    for (int i = 0; i < parameters.iterations(); i++) {
      improve(byUser, users, items);
      improve(byItem, items, users);
    }
    return new FactorModel(QuantizedRows.of(items, byItem.rows(), k), parameters.foldIn());
  }

  /// Small normal numbers where there are interactions; zero, as it will stay, where not.
  private float[] initial(CsrMatrix byItem) {
    int k = parameters.factors();
    float[] items = new float[Math.multiplyExact(byItem.rows(), k)];
    SeededRandom random = new SeededRandom(parameters.seed());
    double deviation = INITIAL_DEVIATION / Math.sqrt(k);
    for (int item = 0; item < byItem.rows(); item++) {
      SeededRandom own = random.split(item);
      boolean seen = byItem.starts()[item + 1] > byItem.starts()[item];
      for (int c = 0; seen && c < k; c++) {
        items[item * k + c] = (float) (deviation * own.nextGaussian());
      }
    }
    return items;
  }

  private void improve(CsrMatrix matrix, float[] target, float[] fixed) {
    Parallel parallel = new Parallel(parameters.threads());
    FoldIn foldIn = parameters.foldIn();
    int k = parameters.factors();
    float[] gram = GramMatrix.of(fixed, k, foldIn.unobservedWeight(), parallel);
    HalfStep step = new HalfStep(matrix, fixed, gram, target, k);
    parallel.run(matrix.rows(), ROWS_AT_ONCE, () -> solver(step, foldIn));
  }

  private Parallel.Worker solver(HalfStep step, FoldIn foldIn) {
    return parameters.conjugateSteps() > 0
        ? new ConjugateSolver(step, foldIn, parameters.conjugateSteps())
        : new RowSolver(step, foldIn, parameters.blockSize());
  }
}
