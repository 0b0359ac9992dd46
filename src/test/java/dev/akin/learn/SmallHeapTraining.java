package dev.akin.learn;

import dev.akin.math.CsrMatrix;

/// One training in a process of its own, whose heap [TrainingMemoryTest] has made as small as was
/// foretold.
final class SmallHeapTraining {
  static final int USERS = 40_000;
  static final int ITEMS = 3_000;
  static final int PER_USER = 40;

  private SmallHeapTraining() {}

  public static void main(String[] arguments) {
    Interactions interactions = new Interactions(cells());
    trainer(arguments[0]).fit(interactions);
  }

  static Trainer trainer(String name) {
    return switch (name) {
      case "als" -> new AlsTrainer(als());
      case "blocks" -> new AlsTrainer(als().withConjugateSteps(0).withBlockSize(16));
      case "pure-svd" -> new PureSvdTrainer(pureSvd());
      case "item-knn" -> new ItemKnnTrainer(ItemKnnParameters.DEFAULT);
      case "ease" -> new EaseTrainer(EaseParameters.DEFAULT);
      default -> throw new IllegalArgumentException(name);
    };
  }

  static AlsParameters als() {
    return AlsParameters.DEFAULT.withFactors(32).withIterations(1).withConjugateSteps(1);
  }

  static PureSvdParameters pureSvd() {
    return new PureSvdParameters(24, 8, 1, 42, 2);
  }

  /// Every user has items at a distance of their own.
  private static CsrMatrix cells() {
    int[] starts = new int[USERS + 1];
    int[] indices = new int[USERS * PER_USER];
    float[] values = new float[indices.length];
    for (int user = 0; user < USERS; user++) {
      starts[user + 1] = starts[user] + PER_USER;
      int distance = 1 + user % (ITEMS / PER_USER - 1);
      for (int n = 0; n < PER_USER; n++) {
        indices[starts[user] + n] = user % distance + n * distance;
        values[starts[user] + n] = 1;
      }
    }
    return new CsrMatrix(USERS, ITEMS, starts, indices, values);
  }
}
