package dev.akin.learn;

import dev.akin.model.PopularityModel;
import java.time.Duration;
import java.util.Arrays;

/// [Trending] as a recommender: the window ends with the newest pair. The same list for everybody.
///
/// Costs one pass over the pairs. Without pairs every score is zero. Nothing is random; safe for
/// concurrent use.
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

  /// Needs the number of items only.
  @Override
  public PopularityModel fit(Interactions interactions) {
    float[] recent = new float[interactions.notNegative().columns()];
    float[] previous = new float[interactions.items()];
    long newest = Arrays.stream(pairs.times()).max().orElse(0);
    long window = Duration.ofDays(parameters.days()).toMillis();
    for (int pair = 0; pair < pairs.size(); pair++) {
      long age = newest - pairs.times()[pair];
      if (age < window) {
        recent[pairs.items()[pair]]++;
      } else if (age < 2 * window) {
        previous[pairs.items()[pair]]++;
      }
    }
    return new PopularityModel(Trending.scores(recent, previous, parameters.smoothing()));
  }

  @Override
  public MemoryNeed memory(TrainingMemory size) {
    long scores = (long) size.items() * Float.BYTES;
    return new MemoryNeed(size.input() + 3 * scores, scores);
  }
}
