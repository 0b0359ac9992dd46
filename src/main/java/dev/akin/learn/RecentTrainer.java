package dev.akin.learn;

import dev.akin.math.CsrBuilder;
import dev.akin.math.CsrMatrix;
import dev.akin.model.ItemScorer;
import java.util.Arrays;

/// Another trainer on the newest interactions alone: what goes with what this season. The histories
/// that it is asked for are whole all the same.
///
/// Costs what the other trainer costs on a part of the interactions. Without times it is the other
/// trainer. Safe for concurrent use if the other is.
public final class RecentTrainer implements Trainer {
  private final Trainer trainer;
  private final TimedPairs pairs;
  private final double share;

  /// @param share of the pairs that are learned from, the newest, 0..1
  public RecentTrainer(Trainer trainer, TimedPairs pairs, double share) {
    Ranges.require("share", share, 0, 1);
    this.trainer = trainer;
    this.pairs = pairs;
    this.share = share;
  }

  @Override
  public String name() {
    return trainer.name();
  }

  @Override
  public ItemScorer fit(Interactions interactions) {
    return pairs.size() == 0 ? trainer.fit(interactions) : trainer.fit(recent(interactions));
  }

  private Interactions recent(Interactions interactions) {
    long[] sorted = pairs.times().clone();
    Arrays.sort(sorted);
    long from = sorted[(int) Math.min(sorted.length - 1, (1 - share) * sorted.length)];
    CsrMatrix all = interactions.strengths();
    CsrBuilder cells = new CsrBuilder();
    for (int pair = 0; pair < pairs.size(); pair++) {
      int user = pairs.users()[pair];
      int at =
          Arrays.binarySearch(
              all.indices(), all.starts()[user], all.starts()[user + 1], pairs.items()[pair]);
      if (at >= 0 && pairs.times()[pair] >= from) {
        cells.add(user, all.indices()[at], all.values()[at]);
      }
    }
    return new Interactions(cells.build(all.rows(), all.columns()));
  }

  /// Any share of the pairs may be as new as the newest.
  @Override
  public MemoryNeed memory(TrainingMemory size) {
    MemoryNeed other = trainer.memory(size);
    if (pairs.size() == 0) {
      return other;
    }
    long times = (long) pairs.size() * Long.BYTES;
    long collecting = size.input() + times + TrainingMemory.collected(size.users(), pairs.size());
    return new MemoryNeed(Math.max(collecting, size.input() + times + other.peak()), other.kept());
  }
}
