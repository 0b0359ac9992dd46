package dev.akin.learn;

import dev.akin.math.CsrMatrix;
import dev.akin.math.Parallel;
import dev.akin.math.SeededRandom;
import dev.akin.model.FactorModel;
import dev.akin.model.FoldIn;
import dev.akin.model.QuantizedRows;

/// Matrix factorisation for implicit feedback by alternating least squares.
///
/// Minimises over X and Y `sum over seen (u,i) of w_u q_i c_ui (1 - x_u.y_i)^2 + alpha0 * sum over
/// all (u,i) of w_u q_i (x_u.y_i)^2 + sum over u of w_u r_u |x_u|^2 + sum over i of q_i r_i
/// |y_i|^2`. With `s_u = sum over i of q_i c_ui` the ridge of a user is `r_u = lambda * (mean s +
/// alpha0 * sum of q) * (s_u / mean s)^nu`, and likewise with w for items. With one side fixed
/// every row of the other solves its own small system, from which the row's own weight cancels; the
/// unseen cells enter through one Gram matrix that all rows share.
///
/// | symbol | meaning | shape / range |
/// |--------|---------|---------------|
/// | X, Y | factors of users, of items | users x k, items x k |
/// | c_ui | strength, 1 for binary data | > 0 |
/// | w_u | `(n_u / mean n)^-a` for n_u items of the user | > 0, 0 without any |
/// | q_i | `(n_i / mean n)^-b` for n_i users of the item | > 0, 0 without any |
/// | alpha0 | weight of every cell towards zero | > 0 |
/// | lambda, nu | regularisation and its growth with activity | > 0, 0..1 |
///
/// Sources: Hu, Koren and Volinsky, ICDM 2008, equations 3 to 5 (confidence `1 + alpha r` there is
/// `c / alpha0` here, up to a common factor); Rendle, Krichene, Zhang and Koren, "Revisiting the
/// performance of iALS on item recommendation benchmarks", RecSys 2022, equations 3 and 8. Where
/// they count interactions we sum strengths, which is the same for binary data; where their ridge
/// grows with seen and unseen cells, ours grows with the seen alone, as the unseen are nearly equal
/// in all rows. The weights w are those of [EaseTrainer]; q is the same for items: by `y = q^-1/2
/// z` it scales the columns of the matrix before the factorisation, as Nikolakopoulos et al.,
/// "EigenRec: generalizing PureSVD", KAIS 2019, do before an SVD. A relative count below 0.01
/// counts as 0.01.
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
/// Memory: `(users + items) * k` floats, the transposed matrix and weighted values. A row without
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
    CsrMatrix seen = interactions.notNegative();
    CsrMatrix byItem = seen.transpose();
    float[] userWeights = RelativeWeights.of(seen, parameters.activityDiscount());
    float[] itemWeights = RelativeWeights.of(byItem, parameters.popularityDiscount());
    CsrMatrix byUser = RelativeWeights.apply(itemWeights, seen);
    RelativeWeights.scale(userWeights, byItem);
    int k = parameters.factors();
    float[] users = new float[Math.multiplyExact(byUser.rows(), k)];
    float[] items = initial(byItem);
    FoldIn ofUser = parameters.foldIn(byUser, itemWeights);
    FoldIn ofItem = parameters.foldIn(byItem, userWeights);
    for (int i = 0; i < parameters.iterations(); i++) {
      improve(half(byUser, items, itemWeights, users), ofUser);
      improve(half(byItem, users, userWeights, items), ofItem);
    }
    return new FactorModel(QuantizedRows.of(items, byItem.rows(), k), itemWeights, ofUser);
  }

  @Override
  public MemoryNeed memory(TrainingMemory size) {
    long k = parameters.factors();
    long model = size.items() * (k + 2 * Float.BYTES) + k * k * Double.BYTES;
    return new MemoryNeed(size.als(parameters), model);
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

  private HalfStep half(CsrMatrix matrix, float[] fixed, float[] weights, float[] target) {
    int k = parameters.factors();
    Parallel parallel = new Parallel(parameters.threads());
    float[] gram = GramMatrix.of(fixed, weights, k, parameters.unobservedWeight(), parallel);
    return new HalfStep(matrix, fixed, gram, target, k);
  }

  private void improve(HalfStep step, FoldIn foldIn) {
    new Parallel(parameters.threads())
        .run(step.matrix().rows(), ROWS_AT_ONCE, () -> solver(step, foldIn));
  }

  private Parallel.Worker solver(HalfStep step, FoldIn foldIn) {
    return parameters.conjugateSteps() > 0
        ? new ConjugateSolver(step, foldIn, parameters.conjugateSteps())
        : new RowSolver(step, foldIn, parameters.blockSize());
  }
}
