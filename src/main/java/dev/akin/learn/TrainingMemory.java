package dev.akin.learn;

import dev.akin.math.CsrMatrix;
import dev.akin.math.SymmetricMatrix;

/// How many bytes of arrays a training needs at its fullest moment, its input included: known
/// before it starts, so that a function's size can be chosen. Upper bounds; what the virtual
/// machine itself needs comes on top. With M the bytes of the input, `8 * cells + 4 * users`:
///
/// | training | bytes |
/// |----------|-------|
/// | ALS | `2.5 M + 4 k (users + items)` and small matrices: below 3 M plus factors |
/// | EASE | `2 M + 4 items^2`, refused past `memoryBytes` |
/// | PureSVD | `2 M + 12 l (users + items)` for l vectors |
/// | item-kNN | `3 M` and `20 items` per thread and `8 * neighbours * items` |
///
/// [Trainer#memory] has the others, each where its arrays are made.
///
/// @param users rows of the interactions
/// @param items columns of the interactions
/// @param cells how many are stored
public record TrainingMemory(int users, int items, long cells) {
  /// What a thread keeps for one row, and what is too small to be counted one by one.
  static final long ROW_SCRATCH = 1L << 16;

  /// An array or a record beside its content.
  static final long OBJECT = 32;

  /// A cell of a [CsrMatrix].
  static final long CELL = Integer.BYTES + Float.BYTES;

  public TrainingMemory {
    if (users < 0 || items < 0 || cells < 0) {
      throw new IllegalArgumentException(
          "sizes must not be negative, were " + users + ", " + items + ", " + cells);
    }
  }

  public static TrainingMemory of(Interactions interactions) {
    CsrMatrix cells = interactions.strengths();
    return new TrainingMemory(cells.rows(), cells.columns(), cells.size());
  }

  /// M: the interactions themselves.
  public long input() {
    return compressedRows(users);
  }

  /// Both factor matrices, the input and its transpose, their weights, the Gram matrix in parts,
  /// what each thread keeps for a row, and the rounded model.
  public long als(AlsParameters parameters) {
    long k = parameters.factors();
    long factors = Float.BYTES * k * (users + (long) items);
    long square = k * k;
    long gram = square * (Float.BYTES * (GramMatrix.MAX_PARTS + 1L) + 2 * Double.BYTES);
    long block = Math.min(k, parameters.blockSize());
    long longestRow = Math.max(users, items);
    long solver =
        parameters.conjugateSteps() > 0
            ? 4 * Float.BYTES * k
            : Float.BYTES * (block * block + RowSolver.PANEL_ROWS * block + 3 * longestRow);
    long model = items * (k + Float.BYTES) + square * Double.BYTES;
    long weights = Float.BYTES * (cells + users + items);
    return input()
        + transposed()
        + weights
        + factors
        + gram
        + parameters.threads() * (solver + ROW_SCRATCH)
        + model;
  }

  /// The input, its transpose and one dense matrix in place; its largest weights are kept.
  public long ease(EaseParameters parameters) {
    return input()
        + transposed()
        + SymmetricMatrix.bytes(items)
        + (long) users * Float.BYTES
        + (long) items * (Double.BYTES + 2 * OBJECT)
        + neighbours(parameters.neighbours())
        + parameters.threads() * ((long) items * Double.BYTES + ROW_SCRATCH);
  }

  /// The input, its transpose and, while one is made orthonormal, three sketches of each side.
  public long pureSvd(PureSvdParameters parameters) {
    long sketch = parameters.factors() + (long) parameters.oversampling();
    long sketches = 3 * Float.BYTES * sketch * (users + (long) items);
    long small = sketch * sketch * (Float.BYTES * (GramMatrix.MAX_PARTS + 1L) + 6 * Double.BYTES);
    return input() + transposed() + sketches + small + parameters.threads() * ROW_SCRATCH;
  }

  /// The input, its strongest interactions, their transpose, and the neighbours that are kept.
  public long itemKnn(ItemKnnParameters parameters) {
    long kept = 2L * Float.BYTES * Math.min(items, parameters.neighbours()) + 2 * OBJECT;
    long scratch = items * (Double.BYTES + 3L * Float.BYTES) + ROW_SCRATCH;
    return 2 * input()
        + transposed()
        + items * (Double.BYTES + 2 * kept)
        + parameters.threads() * scratch;
  }

  /// The same cells by item, and where each item's next cell goes while they are sorted.
  long transposed() {
    return compressedRows(items) + Integer.BYTES * (items + 1L);
  }

  /// While cells are collected in any order ([dev.akin.math.CsrBuilder]): what was added, in arrays
  /// that may be half empty, once more sorted, and the result while it is cut to its length.
  static long collected(long rows, long cells) {
    long added = 2 * Integer.BYTES + Float.BYTES;
    return cells * (added + added / 2 + Long.BYTES + 2 * CELL)
        + 2 * Integer.BYTES * (rows + 1)
        + ROW_SCRATCH;
  }

  /// Lists of neighbours, of which each item has so many at most.
  long neighbours(long most) {
    return CELL * items * Math.min(items, most) + Integer.BYTES * (items + 1L);
  }

  /// The same while they are put together from a list per item.
  long neighboursInTheMaking(long most) {
    return 2 * neighbours(most) + items * (2 * OBJECT + CELL);
  }

  private long compressedRows(int rows) {
    return Integer.BYTES * (rows + 1L) + CELL * cells;
  }
}
