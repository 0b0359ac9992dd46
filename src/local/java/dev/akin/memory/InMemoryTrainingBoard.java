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
  private boolean claimed;

  @Override
  public synchronized boolean claim(String trainingId, Instant now, Duration lease) {
    return occupy(trainingId, now, lease, true);
  }

  @Override
  public synchronized boolean begin(String trainingId, Instant now, Duration lease) {
    return occupy(trainingId, now, lease, false);
  }

  private boolean occupy(String trainingId, Instant now, Duration lease, boolean claim) {
    Progress started = rounded(Progress.starting(trainingId, now));
    if (latest != null && !makesRoom(latest, started, now.minus(lease))) {
      return false;
    }
    latest = started;
    claimed = claim;
    return true;
  }

  /// What has ended makes room for others, not for itself.
  private boolean makesRoom(Progress present, Progress started, Instant dead) {
    if (present.state() != State.RUNNING) {
      return !present.trainingId().equals(started.trainingId());
    }
    return present.updatedAt().toEpochMilli() <= dead.toEpochMilli() || isOwn(present, started);
  }

  private boolean isOwn(Progress running, Progress started) {
    return running.trainingId().equals(started.trainingId())
        && (claimed || running.startedAt().equals(started.startedAt()));
  }

  @Override
  public synchronized boolean report(Progress progress) {
    if (latest == null
        || latest.state() != State.RUNNING
        || !latest.trainingId().equals(progress.trainingId())) {
      return false;
    }
    latest = rounded(progress);
    claimed = false;
    return true;
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
