package dev.akin.app;

import dev.akin.port.TrainingBoard;
import dev.akin.port.TrainingBoard.Progress;
import dev.akin.port.TrainingBoard.State;
import dev.akin.port.TrainingTrigger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// Starts a training now and does not wait for it.
public final class StartTraining {
  private final TrainingBoard board;
  private final TrainingTrigger trigger;
  private final InstantSource clock;
  private final Supplier<String> ids;

  /// @param ids gives a new id for every training
  public StartTraining(
      TrainingBoard board, TrainingTrigger trigger, InstantSource clock, Supplier<String> ids) {
    this.board = board;
    this.trigger = trigger;
    this.clock = clock;
    this.ids = ids;
  }

  /// @return the training to follow: a new one, or the one that is running already
  public Started start() {
    Instant now = clock.instant();
    Optional<Progress> latest = board.latest();
    if (latest.isPresent()
        && latest.get().state() == State.RUNNING
        && latest.get().updatedAt().plus(Retrain.LEASE).isAfter(now)) {
      return new Started(latest.get().trainingId(), true);
    }
    String id = ids.get();
    trigger.start(id);
    return new Started(id, false);
  }

  /// @param alreadyRunning whether this training had been started before
  public record Started(String trainingId, boolean alreadyRunning) {}
}
