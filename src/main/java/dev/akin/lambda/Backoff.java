package dev.akin.lambda;

import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;

/// How long to wait before another attempt: a random part of a span that doubles each time, so that
/// callers that failed together do not come back together.
///
/// @param random decides the part
/// @param sleep waits for so many milliseconds
public record Backoff(RandomGenerator random, LongConsumer sleep) {
  private static final long FIRST_MILLIS = 100;
  private static final long MAX_MILLIS = 2_000;

  /// @param retry 1 for the first one
  void pause(int retry) {
    long span = Math.min(MAX_MILLIS, FIRST_MILLIS << Math.min(retry - 1, 10));
    sleep.accept(1 + random.nextLong(span));
  }
}
