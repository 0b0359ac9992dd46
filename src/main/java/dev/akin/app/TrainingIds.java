package dev.akin.app;

import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Names trainings: the time of day that they were asked for, and something random.
public final class TrainingIds implements Supplier<String> {
  private final InstantSource clock;
  private final LongSupplier random;

  public TrainingIds(InstantSource clock, LongSupplier random) {
    this.clock = clock;
    this.random = random;
  }

  @Override
  public String get() {
    return "t-%d-%08x".formatted(clock.instant().getEpochSecond(), (int) random.getAsLong());
  }
}
