package dev.akin.evaluate.metric;

import dev.akin.math.SeededRandom;
import java.util.Arrays;
import java.util.List;

/// Percentile bootstrap over users (Efron 1979): users are drawn with replacement, as many as there
/// are, and the mean is taken again; the middle share of these means is the interval.
///
/// A sample has one array of per-user values per seed; NaN where a user was not tested with that
/// seed. Its statistic is the mean over seeds of the mean over users, so users, not seeds, are what
/// is uncertain. All samples of one call see the same draws.
///
/// Cost `O(resamples * users * arrays)`. Same seed and values, same interval.
///
/// @param resamples how often, e.g. 1,000
/// @param confidence e.g. 0.95
/// @param seed of the draws
public record Bootstrap(int resamples, double confidence, long seed) {
  public Bootstrap {
    if (resamples < 2 || !(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "at least two resamples and a confidence between 0 and 1, were "
              + resamples
              + " and "
              + confidence);
    }
  }

  /// 1,000 resamples, 95 %.
  public static Bootstrap seeded(long seed) {
    return new Bootstrap(1000, 0.95, seed);
  }

  /// The mean over users of one array.
  public Interval mean(double[] values) {
    return means(List.<double[][]>of(new double[][] {values})).getFirst();
  }

  /// The mean of `a[u] - b[u]` over the same users.
  public Interval difference(double[] a, double[] b) {
    return mean(minus(a, b));
  }

  /// The intervals of many samples over the same users, each an array per seed.
  public List<Interval> means(List<double[][]> samples) {
    double[][] statistics = new double[samples.size()][resamples];
    int users = samples.isEmpty() ? 0 : samples.getFirst()[0].length;
    SeededRandom random = new SeededRandom(seed);
    int[] draws = new int[users];
    for (int b = 0; b < resamples; b++) {
      Arrays.fill(draws, 0);
      for (int drawn = 0; drawn < users; drawn++) {
        draws[random.nextInt(users)]++;
      }
      for (int s = 0; s < statistics.length; s++) {
        statistics[s][b] = statistic(samples.get(s), draws);
      }
    }
    int[] once = new int[users];
    Arrays.fill(once, 1);
    return java.util.stream.IntStream.range(0, statistics.length)
        .mapToObj(s -> interval(statistic(samples.get(s), once), statistics[s]))
        .toList();
  }

  /// Element by element; NaN where either is.
  public static double[] minus(double[] a, double[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(a.length + " users against " + b.length);
    }
    double[] difference = new double[a.length];
    Arrays.setAll(difference, i -> a[i] - b[i]);
    return difference;
  }

  private static double statistic(double[][] bySeed, int[] draws) {
    double sum = 0;
    int seeds = 0;
    for (double[] values : bySeed) {
      double mean = mean(values, draws);
      if (!Double.isNaN(mean)) {
        sum += mean;
        seeds++;
      }
    }
    return sum / seeds;
  }

  private static double mean(double[] values, int[] draws) {
    double sum = 0;
    long count = 0;
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        sum += draws[i] * values[i];
        count += draws[i];
      }
    }
    return sum / count;
  }

  private Interval interval(double mean, double[] resampled) {
    double[] sorted = Arrays.stream(resampled).filter(value -> !Double.isNaN(value)).toArray();
    Arrays.sort(sorted);
    double tail = (1 - confidence) / 2;
    return new Interval(mean, quantile(sorted, tail), quantile(sorted, 1 - tail));
  }

  /// Linear between the two nearest ranks.
  private static double quantile(double[] sorted, double q) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double rank = q * (sorted.length - 1);
    int below = (int) rank;
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
  }
}
