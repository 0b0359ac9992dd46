package dev.akin.learn;

import dev.akin.math.CsrMatrix;
import dev.akin.model.PopularityModel;
import java.time.Duration;
import java.util.Arrays;

/// [Trending] as a recommender: the window ends with the newest pair. The same list for everybody.
///
/// Of the pairs only those count that are among the interactions: what is hidden from a training
/// must not trend in it. Costs one pass over the pairs. Without pairs every score is zero. Nothing
/// is random; safe for concurrent use.
public final class TrendingPairsTrainer implements Trainer {
  private final TrendingParameters parameters;
  private final TimedPairs pairs;

  public TrendingPairsTrainer(TrendingParameters parameters, TimedPairs pairs) {
    this.parameters = parameters;
    this.pairs = pairs;
  }

  @Override
  public String name() {
    return "trending";
  }

  @Override
  public PopularityModel fit(Interactions interactions) {
    CsrMatrix known = interactions.notNegative();
    float[] recent = new float[known.columns()];
    float[] previous = new float[known.columns()];
    long newest = Arrays.stream(pairs.times()).max().orElse(0);
    long window = Duration.ofDays(parameters.days()).toMillis();
    for (int pair = 0; pair < pairs.size(); pair++) {
      long age = newest - pairs.times()[pair];
      if (age >= 2 * window || !holds(known, pairs.users()[pair], pairs.items()[pair])) {
        continue;
      }
      if (age < window) {
        recent[pairs.items()[pair]]++;
      } else {
        previous[pairs.items()[pair]]++;
      }
    }
    return new PopularityModel(Trending.scores(recent, previous, parameters.smoothing()));
  }

  private static boolean holds(CsrMatrix known, int user, int item) {
    int[] starts = known.starts();
    return Arrays.binarySearch(known.indices(), starts[user], starts[user + 1], item) >= 0;
  }

  @Override
  public MemoryNeed memory(TrainingMemory size) {
    long scores = (long) size.items() * Float.BYTES;
    return new MemoryNeed(size.input() + 3 * scores, scores);
  }
}
