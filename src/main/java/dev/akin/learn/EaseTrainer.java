package dev.akin.learn;

import dev.akin.math.CsrMatrix;
import dev.akin.math.Parallel;
import dev.akin.math.SymmetricMatrix;
import dev.akin.model.ItemWeightModel;
import dev.akin.model.NeighbourModel;
import java.util.Arrays;

/// A linear item-item model in closed form: every item is regressed on all others at once.
///
/// Minimises `sum over u of w_u |x_u - x_u B|^2 + |L^(1/2) B|^2` over B with a diagonal of zeros:
/// with `G = sum over u of w_u x_u' x_u` and `P = (G + L)^-1`, `B_ij = -P_ij / P_jj`. What is
/// scored is `B_ij * (d_j / mean d)^-g`.
///
/// | symbol | meaning | shape / range |
/// |--------|---------|---------------|
/// | x_u | strengths of one user | items |
/// | w_u | `(n_u / mean n)^-a`, n_u items in the history | users |
/// | d | diagonal of G | items |
/// | L | diagonal: `r * mean d * (d_j / mean d)^e` | items |
///
/// Sources: Steck, "Embarrassingly shallow autoencoders for sparse data", WWW 2019, equation 8 (a =
/// e = g = 0, lambda = r * mean d); Steck, "Autoencoders that don't overfit towards the identity",
/// NeurIPS 2020, equation 9 (e = 1: dropout p is r = p / (1 - p)). Between the two, e is the item
/// normalisation, a the user normalisation of Park et al., "Why is normalization necessary for
/// linear recommenders?", SIGIR 2025. `d_j / mean d` counts as 0.01 at least.
///
/// Costs `sum over users of n_u^2 / 2 + items^3 / 2` multiplications and `4 * items^2` bytes, after
/// which each item keeps its largest weights for serving. Because L is relative to the mean
/// diagonal, float numbers suffice: the condition number stays below about `100 * items / r`. An
/// item without interactions has no weights. The result does not depend on the number of threads.
/// Safe for concurrent use.
public final class EaseTrainer implements Trainer {
  private static final int ITEMS_AT_ONCE = 16;
  private static final double LEAST_POPULARITY = 0.01;

  private final EaseParameters parameters;

  public EaseTrainer(EaseParameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public String name() {
    return "ease";
  }

  /// What is served: [#fitDense] with `neighbours` weights per item.
  @Override
  public NeighbourModel fit(Interactions interactions) {
    return fitDense(interactions)
        .toNeighbours(parameters.neighbours(), new Parallel(parameters.threads()));
  }

  /// All weights.
  ///
  /// @throws TrainingTooLargeException if the catalogue needs more than `memoryBytes`
  /// @throws dev.akin.math.SingularMatrixException if strengths are too extreme for float numbers
  public ItemWeightModel fitDense(Interactions interactions) {
    requireMemory(interactions.items());
    Parallel parallel = new Parallel(parameters.threads());
    SymmetricMatrix matrix = gram(interactions.notNegative(), parallel);
    double[] popularity = addRidge(matrix);
    matrix.negatedInverse(parallel);
    matrix.mirror(parallel);
    divideByDiagonal(matrix, popularity, parallel);
    return new ItemWeightModel(matrix);
  }

  @Override
  public MemoryNeed memory(TrainingMemory size) {
    return new MemoryNeed(size.ease(parameters), size.neighbours(parameters.neighbours()));
  }

  private void requireMemory(int items) {
    long bytes = SymmetricMatrix.bytes(items);
    if (items > SymmetricMatrix.MAX_SIZE || bytes > parameters.memoryBytes()) {
      throw new TrainingTooLargeException(
          "ease needs "
              + bytes
              + " bytes for "
              + items
              + " items, memoryBytes allows "
              + parameters.memoryBytes()
              + " and no more than "
              + SymmetricMatrix.MAX_SIZE
              + " items are possible; raise memoryBytes, leave out rare items or use item-knn");
    }
  }

  private SymmetricMatrix gram(CsrMatrix byUser, Parallel parallel) {
    float[] userWeights = userWeights(byUser);
    CsrMatrix byItem = byUser.transpose();
    SymmetricMatrix gram = new SymmetricMatrix(byItem.rows());
    parallel.run(
        byItem.rows(),
        ITEMS_AT_ONCE,
        () ->
            (from, to) -> {
              for (int item = from; item < to; item++) {
                addRow(item, byItem, byUser, userWeights, gram);
              }
            });
    return gram;
  }

  private float[] userWeights(CsrMatrix byUser) {
    float[] weights = new float[byUser.rows()];
    double mean = byUser.size() / (double) Math.max(1, byUser.rows());
    for (int user = 0; user < weights.length; user++) {
      int count = byUser.starts()[user + 1] - byUser.starts()[user];
      weights[user] =
          count == 0 ? 0 : (float) StrictMath.pow(count / mean, -parameters.activityDiscount());
    }
    return weights;
  }

  /// On and right of the diagonal.
  private static void addRow(
      int item, CsrMatrix byItem, CsrMatrix byUser, float[] userWeights, SymmetricMatrix gram) {
    float[] cells = gram.cells();
    int row = gram.row(item);
    for (int p = byItem.starts()[item]; p < byItem.starts()[item + 1]; p++) {
      int user = byItem.indices()[p];
      float weight = userWeights[user] * byItem.values()[p];
      for (int q = byUser.starts()[user + 1] - 1;
          q >= byUser.starts()[user] && byUser.indices()[q] >= item;
          q--) {
        cells[row + byUser.indices()[q]] += weight * byUser.values()[q];
      }
    }
  }

  /// Adds L; returns `d_j / mean d`.
  private double[] addRidge(SymmetricMatrix gram) {
    double[] popularity = new double[gram.size()];
    for (int item = 0; item < popularity.length; item++) {
      popularity[item] = gram.cells()[gram.row(item) + item];
    }
    double mean = Arrays.stream(popularity).average().orElse(0);
    double unit = mean > 0 ? mean : 1;
    for (int item = 0; item < popularity.length; item++) {
      popularity[item] = Math.max(LEAST_POPULARITY, popularity[item] / unit);
      double growth = StrictMath.pow(popularity[item], parameters.ridgeGrowth());
      gram.cells()[gram.row(item) + item] += (float) (parameters.regularization() * unit * growth);
    }
    return popularity;
  }

  /// From -P to the weights.
  private void divideByDiagonal(SymmetricMatrix matrix, double[] popularity, Parallel parallel) {
    float[] factors = new float[matrix.size()];
    for (int item = 0; item < factors.length; item++) {
      double discount = StrictMath.pow(popularity[item], -parameters.popularityDiscount());
      factors[item] = (float) (discount / -matrix.cells()[matrix.row(item) + item]);
    }
    parallel.run(
        matrix.size(),
        ITEMS_AT_ONCE,
        () ->
            (from, to) -> {
              for (int item = from; item < to; item++) {
                int row = matrix.row(item);
                for (int other = 0; other < factors.length; other++) {
                  matrix.cells()[row + other] *= factors[other];
                }
                matrix.cells()[row + item] = 0;
              }
            });
  }
}
