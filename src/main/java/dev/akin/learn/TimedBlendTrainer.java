package dev.akin.learn;

import dev.akin.math.CsrBuilder;
import dev.akin.math.CsrMatrix;
import dev.akin.model.BlendModel;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// A blend that learns its weights from the order of time: the members learn from the first four
/// fifths of the pairs, and weigh by how well they rank what the same users took to afterwards.
/// That is what a shop's next day asks for, and only it can tell what something is worth that is
/// the same for everybody today, such as what trends. See [BlendTrainer] for the search.
///
/// Where fewer than twenty users came back, or fewer than a fifth of those who had a past, they say
/// too little about the others: items are hidden at random instead, as where times are equal. Costs
/// two trainings of every member. Same seed, same bytes, whatever the threads, if that holds for
/// the members. Safe for concurrent use.
public final class TimedBlendTrainer implements Trainer {
  private static final double BEFORE_SHARE = 0.8;
  private static final int FEWEST_USERS = 20;
  private static final double FEWEST_SHARE = 0.2;

  private final Function<TimedPairs, List<Trainer>> members;
  private final TimedPairs pairs;
  private final BlendParameters parameters;

  /// @param members makes the members, given what they may know of time; the same ones, in the same
  ///   order, whatever it is given
  /// @param pairs the same pairs as the interactions that are learned from
  public TimedBlendTrainer(
      Function<TimedPairs, List<Trainer>> members, TimedPairs pairs, BlendParameters parameters) {
    this.members = members;
    this.pairs = pairs;
    this.parameters = parameters;
  }

  @Override
  public String name() {
    return "blend";
  }

  @Override
  public BlendModel fit(Interactions interactions) {
    List<Trainer> trainers = members.apply(pairs);
    return BlendTrainer.model(trainers, weights(interactions, trainers), interactions);
  }

  /// What is known of time before the moment, and the interactions before and after it, beside the
  /// members that learn from them.
  @Override
  public MemoryNeed memory(TrainingMemory size) {
    long before = (2L * Integer.BYTES + Long.BYTES) * pairs.size();
    long collecting = TrainingMemory.collected(size.users(), Math.max(size.cells(), pairs.size()));
    long parts = 2 * size.input() + before;
    MemoryNeed blend = BlendTrainer.memory(members.apply(pairs), size, parameters);
    long peak = parts + Math.max(size.input() + before + collecting, blend.peak());
    return new MemoryNeed(peak, blend.kept());
  }

  private double[] weights(Interactions interactions, List<Trainer> trainers) {
    long moment = moment();
    TimedPairs before = before(moment);
    CsrMatrix past = cells(interactions, before);
    CsrMatrix later = later(interactions, past, moment);
    int came = occupied(later);
    if (came < FEWEST_USERS || came < FEWEST_SHARE * occupied(past)) {
      return new BlendTrainer(trainers, parameters).weights(interactions);
    }
    return new BlendTrainer(members.apply(before), parameters)
        .weights(new Interactions(past), later);
  }

  /// The time of the pair that ends the first four fifths.
  private long moment() {
    long[] sorted = pairs.times().clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? 0 : sorted[(int) (BEFORE_SHARE * sorted.length)];
  }

  private TimedPairs before(long moment) {
    int[] kept = new int[pairs.size()];
    int count = 0;
    for (int pair = 0; pair < kept.length; pair++) {
      if (pairs.times()[pair] < moment) {
        kept[count++] = pair;
      }
    }
    int[] users = new int[count];
    int[] items = new int[count];
    long[] times = new long[count];
    for (int n = 0; n < count; n++) {
      users[n] = pairs.users()[kept[n]];
      items[n] = pairs.items()[kept[n]];
      times[n] = pairs.times()[kept[n]];
    }
    return new TimedPairs(users, items, times);
  }

  /// The cells of the interactions that some pairs name, each once.
  private static CsrMatrix cells(Interactions interactions, TimedPairs some) {
    CsrMatrix all = interactions.strengths();
    boolean[] named = new boolean[all.size()];
    for (int pair = 0; pair < some.size(); pair++) {
      int at = find(all, some.users()[pair], some.items()[pair]);
      if (at >= 0) {
        named[at] = true;
      }
    }
    CsrBuilder cells = new CsrBuilder();
    for (int user = 0; user < all.rows(); user++) {
      for (int p = all.starts()[user]; p < all.starts()[user + 1]; p++) {
        if (named[p]) {
          cells.add(user, all.indices()[p], all.values()[p]);
        }
      }
    }
    return cells.build(all.rows(), all.columns());
  }

  /// What users with a past took to from the moment on and did not have before.
  private CsrMatrix later(Interactions interactions, CsrMatrix past, long moment) {
    CsrMatrix all = interactions.strengths();
    CsrBuilder cells = new CsrBuilder();
    for (int pair = 0; pair < pairs.size(); pair++) {
      int user = pairs.users()[pair];
      int item = pairs.items()[pair];
      boolean isNew = pairs.times()[pair] >= moment && find(past, user, item) < 0;
      if (isNew && past.starts()[user] < past.starts()[user + 1]) {
        cells.add(user, item, 1);
      }
    }
    return cells.build(all.rows(), all.columns());
  }

  private static int occupied(CsrMatrix matrix) {
    int rows = 0;
    for (int row = 0; row < matrix.rows(); row++) {
      rows += matrix.starts()[row] < matrix.starts()[row + 1] ? 1 : 0;
    }
    return rows;
  }

  private static int find(CsrMatrix matrix, int row, int column) {
    return Arrays.binarySearch(
        matrix.indices(), matrix.starts()[row], matrix.starts()[row + 1], column);
  }
}
