package dev.akin.memory;

import dev.akin.port.TrainingBoard;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The training board in memory. Times are kept to the millisecond, as in the store.
public final class InMemoryTrainingBoard implements TrainingBoard {
  private @Nullable Progress latest;

  @Override
  public synchronized boolean begin(String trainingId, Instant now, Duration lease) {
    if (latest != null
        && latest.state() == State.RUNNING
        && !latest.trainingId().equals(trainingId)
        && latest.updatedAt().toEpochMilli() > now.minus(lease).toEpochMilli()) {
      return false;
    }
    latest = rounded(new Progress(trainingId, State.RUNNING, "starting", 0, now, now, null));
    return true;
  }

  @Override
  public synchronized void report(Progress progress) {
    if (latest != null && latest.trainingId().equals(progress.trainingId())) {
      latest = rounded(progress);
    }
  }

  @Override
  public synchronized Optional<Progress> latest() {
    return Optional.ofNullable(latest);
  }

  private static Progress rounded(Progress progress) {
    return new Progress(
        progress.trainingId(),
        progress.state(),
        progress.stage(),
        progress.fraction(),
        progress.startedAt().truncatedTo(ChronoUnit.MILLIS),
        progress.updatedAt().truncatedTo(ChronoUnit.MILLIS),
        progress.message());
  }
}
