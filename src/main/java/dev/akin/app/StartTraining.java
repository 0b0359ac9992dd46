package dev.akin.app;

import dev.akin.port.StorageException;
import dev.akin.port.TrainingBoard;
import dev.akin.port.TrainingBoard.Progress;
import dev.akin.port.TrainingTrigger;
import java.time.Instant;
import java.time.InstantSource;
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

  /// Claims the board before anything is started, so that of callers at the same time one starts a
  /// training and all are told its id.
  ///
  /// @return the training to follow: a new one, or the one that is running already
  /// @throws StorageException if no training could be started
  public Started start() {
    Instant now = clock.instant();
    String id = ids.get();
    if (!board.claim(id, now, Retrain.LEASE)) {
      return board
          .latest()
          .map(running -> new Started(running.trainingId(), true))
          .orElseThrow(() -> new StorageException("the training board lost a training"));
    }
    try {
      trigger.start(id);
    } catch (RuntimeException fault) {
      sayWhy(fault, id, now);
      throw fault;
    }
    return new Started(id, false);
  }

  /// Leaves the board to the next. What kept the training from starting is what the caller should
  /// see, whatever becomes of the note; without it the claim ends with its lease.
  private void sayWhy(RuntimeException fault, String id, Instant now) {
    try {
      boolean _ = board.report(Progress.starting(id, now).failed(now, fault.getMessage()));
    } catch (RuntimeException unsaid) {
      fault.addSuppressed(unsaid);
    }
  }

  /// @param alreadyRunning whether this training had been started before
  public record Started(String trainingId, boolean alreadyRunning) {}
}
