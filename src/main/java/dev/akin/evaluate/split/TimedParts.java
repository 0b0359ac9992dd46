package dev.akin.evaluate.split;

import dev.akin.math.SeededRandom;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/// The protocols that go by time.
final class TimedParts {
  private TimedParts() {}

  static Part[] lastOfEachUser(Observations observations, long seed) {
    requireTimes(observations);
    Part[] parts = RandomParts.allTraining(observations);
    SeededRandom random = new SeededRandom(seed);
    for (int user = 0; user < observations.users().size(); user++) {
      if (observations.size(user) >= 2) {
        parts[last(observations, user, random.split(user))] = Part.TEST;
      }
    }
    return parts;
  }

  /// One of the latest rows, each with the same probability.
  private static int last(Observations observations, int user, SeededRandom random) {
    long[] time = observations.columns().time();
    int last = observations.starts()[user];
    int equal = 1;
    for (int row = last + 1; row < observations.starts()[user + 1]; row++) {
      if (time[row] > time[last]) {
        last = row;
        equal = 1;
      } else if (time[row] == time[last] && random.nextInt(++equal) == 0) {
        last = row;
      }
    }
    return last;
  }

  /// The first moment that is tested.
  static long cut(Observations observations, Protocol.Span span) {
    requireTimes(observations);
    long[] times = observations.columns().time().clone();
    Arrays.sort(times);
    return switch (span) {
      case Protocol.LastShare last -> {
        int tested = (int) Math.max(1, Math.round(last.share() * times.length));
        yield times[times.length - tested];
      }
      case Protocol.LastDays last ->
          times[times.length - 1] - TimeUnit.DAYS.toMillis(last.days()) + 1;
    };
  }

  static Part[] from(Observations observations, long cut) {
    Part[] parts = RandomParts.allTraining(observations);
    for (int row = 0; row < parts.length; row++) {
      if (observations.columns().time()[row] >= cut) {
        parts[row] = Part.TEST;
      }
    }
    return parts;
  }

  private static void requireTimes(Observations observations) {
    if (!observations.timed()) {
      throw new UnfitInputException(
          "this protocol needs times, and the data have none: add a timestamp column, or choose"
              + " --protocol random, per-user or strong");
    }
  }
}
