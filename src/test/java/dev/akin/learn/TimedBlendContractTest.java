package dev.akin.learn;

import dev.akin.math.CsrMatrix;
import dev.akin.model.BlendModel;
import dev.akin.model.BlendModelCodec;
import dev.akin.model.ItemScorer;
import java.util.Arrays;
import java.util.List;

/// The contract for [TimedBlendTrainer] where everybody comes back: the last third of what a user
/// has was taken a month after the rest.
final class TimedBlendContractTest extends TrainerContract {
  private static final long DAY = 86_400_000L;

  @Override
  Trainer trainer(int threads) {
    return new Timed(threads);
  }

  @Override
  byte[] encode(ItemScorer model) {
    return BlendModelCodec.encode((BlendModel) model);
  }

  @Override
  ItemScorer decode(byte[] bytes) {
    return BlendModelCodec.decode(bytes);
  }

  /// The users that weights are learned on are drawn by their row.
  @Override
  boolean hardlyDependsOnOrder() {
    return false;
  }

  /// A trainer of pairs that gives them their times.
  private record Timed(int threads) implements Trainer {
    @Override
    public String name() {
      return "blend";
    }

    @Override
    public ItemScorer fit(Interactions interactions) {
      return trainer(pairs(interactions)).fit(interactions);
    }

    @Override
    public MemoryNeed memory(TrainingMemory size) {
      return trainer(TimedPairs.NONE).memory(size);
    }

    private TimedBlendTrainer trainer(TimedPairs pairs) {
      return new TimedBlendTrainer(
          this::members, pairs, BlendParameters.DEFAULT.withThreads(threads));
    }

    /// Linear ones, and one that knows the time.
    private List<Trainer> members(TimedPairs known) {
      AlsParameters als = AlsParameters.DEFAULT.withFactors(6).withThreads(threads);
      ItemKnnTrainer neighbours =
          new ItemKnnTrainer(ItemKnnParameters.DEFAULT.withThreads(threads));
      return List.of(new AlsTrainer(als), neighbours, new RecentTrainer(neighbours, known, 0.5));
    }

    private static TimedPairs pairs(Interactions interactions) {
      CsrMatrix cells = interactions.strengths();
      int[] users = new int[cells.size()];
      long[] times = new long[cells.size()];
      for (int user = 0; user < cells.rows(); user++) {
        int from = cells.starts()[user];
        int count = cells.starts()[user + 1] - from;
        for (int n = 0; n < count; n++) {
          boolean later = (n + user) % 3 == 2;
          users[from + n] = user;
          times[from + n] = (user % 10 + (later ? 40 : 1)) * DAY + n * 1000L;
        }
      }
      return new TimedPairs(users, Arrays.copyOf(cells.indices(), users.length), times);
    }
  }
}
