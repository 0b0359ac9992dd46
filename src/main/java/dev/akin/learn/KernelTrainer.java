package dev.akin.learn;

import dev.akin.math.CsrMatrix;
import dev.akin.math.LeadingEigen;
import dev.akin.math.NeuralTangentKernel;
import dev.akin.math.Parallel;
import dev.akin.math.RowTiles;
import dev.akin.math.SymmetricMatrix;
import dev.akin.model.KernelModel;
import dev.akin.model.QuantizedRows;
import java.util.Arrays;

/// Kernel ridge regression over pairs of a user and an item: a score is smooth in both, and what is
/// smooth an infinitely wide neural network decides.
///
/// Minimises `|Y - F|^2 + lambda <F, (Ku x Ki)^-1 F>` over all matrices F. With the eigenvectors of
/// both kernels, `Ku = Qu A Qu'` and `Ki = Qi B Qi'`: `F = Qu (D o Qu'Y Qi) Qi'`, `D_ab = a b / (a
/// b + lambda)`. Any history h then scores `k(h, .)' W` with `W = Ku^-1 F`, which for a user who
/// was learned from is the row of F. What is scored is `F_uj p_j^t`.
///
/// | symbol | meaning | shape / range |
/// |--------|---------|---------------|
/// | Y | strength times `p_j^-t` | users x items |
/// | p_j | users of item j relative to the mean, 0.01 at least | items |
/// | Ku | neural tangent kernel of the cosines of users, items weighted by users^-1/4 | users^2, 0..1 |
/// | Ki | the same of items, users weighted by items^-1/2 | items^2, 0..1 |
///
/// Sources: Stock, Pahikkala et al., "A comparative study of pairwise learning methods based on
/// kernel ridge regression", Neural Computation 2018, section 3; the neural tangent kernel of users
/// for recommendation is from Sachdeva et al., "Infinite recommendation networks", NeurIPS 2022. We
/// differ by the kernel over items, the weights and the popularity.
///
/// Of each kernel the leading `rank` eigenvectors are exact, the other eigenvalues count as their
/// mean, see [LeadingEigen] and [KernelWeights]. Costs about `5 (users^2 + items^2) rank + 2 users
/// items rank` multiplications and the memory of the larger kernel. Users without a history are
/// left out; an item without interactions scores zero. Same seed, same bytes, whatever the threads.
/// Safe for concurrent use.
public final class KernelTrainer implements Trainer {
  /// Whole tiles, because parts are put together as they lie in memory.
  private static final int ITEMS_AT_ONCE = 32 * RowTiles.ROWS;

  private static final double USER_KERNEL_ITEM_DISCOUNT = 0.25;
  private static final double ITEM_KERNEL_USER_DISCOUNT = 0.5;
  private static final int MOST_CELLS = Integer.MAX_VALUE - 8;
  private static final double LEAST_POPULARITY = 0.01;

  /// A number in a set, while rows without a history are left out.
  private static final long ROW_NUMBER = 80;

  private final KernelParameters parameters;

  public KernelTrainer(KernelParameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public String name() {
    return "kernel";
  }

  /// @throws TrainingTooLargeException if users or items need more than `memoryBytes`
  @Override
  public KernelModel fit(Interactions interactions) {
    CsrMatrix byUser = withoutEmptyRows(interactions.notNegative());
    requireMemory(byUser.rows(), byUser.columns());
    Parallel parallel = new Parallel(parameters.threads());
    NeuralTangentKernel kernel = new NeuralTangentKernel(parameters.depth());
    CsrMatrix byItem = byUser.transpose();
    float[] itemWeights = powers(byItem, -USER_KERNEL_ITEM_DISCOUNT);
    CsrMatrix histories = CosineKernel.unitRows(byUser, itemWeights);
    LeadingEigen users = eigen(CosineKernel.of(histories, kernel, parallel), parallel);
    CsrMatrix columns = CosineKernel.unitRows(byItem, powers(byUser, -ITEM_KERNEL_USER_DISCOUNT));
    LeadingEigen items = eigen(CosineKernel.of(columns, kernel, parallel), parallel);
    float[] popularity = popularity(byItem);
    KernelWeights weights =
        KernelWeights.of(
            targets(byUser, popularity), users, items, parameters.regularization(), parallel);
    float[] sums = new float[byUser.columns()];
    QuantizedRows rounded = round(weights, byUser.rows(), popularity, sums);
    return new KernelModel(kernel, histories, itemWeights, rounded, sums);
  }

  private static CsrMatrix withoutEmptyRows(CsrMatrix matrix) {
    int[] starts = Arrays.stream(matrix.starts()).distinct().toArray();
    return new CsrMatrix(
        starts.length - 1,
        matrix.columns(),
        starts,
        Arrays.copyOf(matrix.indices(), matrix.size()),
        Arrays.copyOf(matrix.values(), matrix.size()));
  }

  private void requireMemory(int users, int items) {
    int larger = Math.max(users, items);
    long bytes = bytes(users, items);
    boolean countable = larger <= SymmetricMatrix.MAX_SIZE && (long) users * items < MOST_CELLS;
    if (!countable || bytes > parameters.memoryBytes()) {
      throw new TrainingTooLargeException(
          "kernel needs "
              + bytes
              + " bytes for "
              + users
              + " users and "
              + items
              + " items, memoryBytes allows "
              + parameters.memoryBytes()
              + " and no more than "
              + SymmetricMatrix.MAX_SIZE
              + " of either are possible; raise memoryBytes, leave out rare users and items or use"
              + " ease");
    }
  }

  /// Every sparse matrix of the way, and the fullest of its steps: the kernel of the users with its
  /// eigenvectors, that of the items, the weights, and the rounded weights.
  @Override
  public MemoryNeed memory(TrainingMemory size) {
    int users = size.users();
    int items = size.items();
    long rank = Math.min(parameters.rank(), Math.max(users, items));
    long vectors = Float.BYTES * rank;
    long ofUsers = SymmetricMatrix.bytes(users) + LeadingEigen.bytes(users, parameters.rank());
    long ofItems = SymmetricMatrix.bytes(items) + LeadingEigen.bytes(items, parameters.rank());
    long both = vectors * ((long) users + items);
    long small = 2 * vectors * rank;
    long rounded = (long) users * items + 3L * Float.BYTES * ITEMS_AT_ONCE * users;
    long step =
        Math.max(
            Math.max(ofUsers, vectors * users + ofItems),
            both + Math.max(5 * both + small, 2 * both + rounded));
    long rows = 16L * Integer.BYTES * ((long) users + items) + ROW_NUMBER * users;
    long sparse = 5 * TrainingMemory.CELL * size.cells() + rows;
    long model = rounded + 2 * TrainingMemory.CELL * size.cells() + rows;
    return new MemoryNeed(size.input() + sparse + step, model);
  }

  /// One kernel at a time, up to eight matrices of eigenvectors, and the weights.
  private long bytes(int users, int items) {
    long vectors = Math.min(parameters.rank(), Math.max(users, items));
    return SymmetricMatrix.bytes(Math.max(users, items))
        + 8L * Float.BYTES * vectors * ((long) users + items)
        + (long) users * items;
  }

  private LeadingEigen eigen(SymmetricMatrix kernel, Parallel parallel) {
    return LeadingEigen.of(kernel, parameters.rank(), parameters.seed(), parallel);
  }

  /// `count^exponent` by row; 1 for rows of zeros.
  private static float[] powers(CsrMatrix matrix, double exponent) {
    float[] powers = new float[matrix.rows()];
    for (int row = 0; row < powers.length; row++) {
      int count = matrix.starts()[row + 1] - matrix.starts()[row];
      powers[row] = (float) StrictMath.pow(Math.max(1, count), exponent);
    }
    return powers;
  }

  /// `p_j^t`, by item.
  private float[] popularity(CsrMatrix byItem) {
    float[] popularity = new float[byItem.rows()];
    double mean = byItem.size() / (double) Math.max(1, byItem.rows());
    for (int item = 0; item < popularity.length; item++) {
      int count = byItem.starts()[item + 1] - byItem.starts()[item];
      double relative = mean > 0 ? Math.max(LEAST_POPULARITY, count / mean) : 1;
      popularity[item] = (float) StrictMath.pow(relative, parameters.popularityDiscount());
    }
    return popularity;
  }

  private static CsrMatrix targets(CsrMatrix byUser, float[] popularity) {
    float[] values = new float[byUser.size()];
    for (int p = 0; p < values.length; p++) {
      values[p] = byUser.values()[p] / popularity[byUser.indices()[p]];
    }
    return new CsrMatrix(
        byUser.rows(), byUser.columns(), byUser.starts(), byUser.indices(), values);
  }

  /// Also writes the sums of the weights before they are rounded.
  private static QuantizedRows round(
      KernelWeights weights, int users, float[] popularity, float[] sums) {
    int items = popularity.length;
    byte[] values = new byte[RowTiles.bytes(items, users)];
    float[] scales = new float[items];
    for (int from = 0; from < items; from += ITEMS_AT_ONCE) {
      int to = Math.min(items, from + ITEMS_AT_ONCE);
      float[] exact = weights.rows(from, to).values();
      QuantizedRows part = QuantizedRows.of(exact, to - from, users);
      System.arraycopy(part.values(), 0, values, from * users, part.values().length);
      for (int item = from; item < to; item++) {
        scales[item] = part.scales()[item - from] * popularity[item];
        sums[item] = (float) (popularity[item] * sum(exact, (item - from) * users, users));
      }
    }
    return new QuantizedRows(items, users, values, scales);
  }

  private static double sum(float[] values, int from, int count) {
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      sum += values[i];
    }
    return sum;
  }
}
