package dev.akin.app;

import dev.akin.app.Recipe.Made;
import dev.akin.learn.BlendParameters;
import dev.akin.learn.BlendTrainer;
import dev.akin.learn.MemoryNeed;
import dev.akin.learn.Trainer;
import dev.akin.learn.TrainingMemory;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What the models of a release may take of the heap. Reckoned from the data alone, not from what
/// happens to be free: the same data and the same function give the same release.
///
/// @param bytes of the heap
/// @param data bytes that are held while models are learned
/// @param size of what they learn from
record TrainingHeap(long bytes, long data, TrainingMemory size) {
  /// A quarter is left to garbage, the release that is live and the lists of similar items.
  private static final double SHARE = 0.75;

  /// An event while it is collected, and in its row.
  private static final long EVENT = 50;

  /// A customer's key and number.
  private static final long CUSTOMER = 200;

  /// An item, its place in the snapshot and its text, words aside.
  private static final long ITEM = 700;

  /// Data as they are read and as they are learned from: all of them, and the older ones twice.
  ///
  /// @param letters of all texts
  static TrainingHeap of(long bytes, long events, long letters, TrainingMemory size) {
    long read = EVENT * events + CUSTOMER * size.users() + ITEM * size.items() + 2 * letters;
    return new TrainingHeap(bytes, read + 3 * size.input(), size);
  }

  /// The same with more data.
  TrainingHeap beside(long more) {
    return new TrainingHeap(bytes, data + more, size);
  }

  /// Why a model cannot be learned beside those that are.
  Optional<String> objection(Trainer trainer, Collection<Made> models) {
    long more = trainer.memory(size).peak() - size.input();
    return objection(more, kept(models));
  }

  /// Why no weights can be learned: all members are learned once more, on some of the customers,
  /// while all models are there.
  Optional<String> objectionToBlend(
      List<Trainer> members, int mostUsers, BlendParameters parameters, Collection<Made> models) {
    double share = Math.min(1, mostUsers / (double) Math.max(1, size.users()));
    TrainingMemory some =
        new TrainingMemory(
            (int) Math.ceil(share * size.users()),
            size.items(),
            (long) Math.ceil(share * size.cells()));
    MemoryNeed need = new BlendTrainer(members, parameters).memory(some);
    return objection(need.peak(), kept(models));
  }

  private long kept(Collection<Made> models) {
    return models.stream().mapToLong(made -> made.trainer().memory(size).kept()).sum();
  }

  private Optional<String> objection(long more, long kept) {
    long limit = (long) (SHARE * bytes);
    return data + kept + more <= limit
        ? Optional.empty()
        : Optional.of(
            "needs "
                + megabytes(more)
                + " beside "
                + megabytes(data + kept)
                + " of data and other models, which may take "
                + megabytes(limit)
                + " together; give the function more memory (RetrainMemory)");
  }

  private static String megabytes(long bytes) {
    return Math.ceilDiv(bytes, 1L << 20) + " MB";
  }
}
