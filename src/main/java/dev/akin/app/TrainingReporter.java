package dev.akin.app;

import dev.akin.port.StorageException;
import dev.akin.port.TrainingBoard;
import dev.akin.port.TrainingBoard.Progress;
import dev.akin.port.TrainingBoard.State;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Tells the board how far one training is: when a stage begins, when another twentieth is done,
/// and with every beat of its heart. Safe for the training and its heart at once; what the board is
/// told last is how the training ended.
final class TrainingReporter {
  private static final double STEP = 0.05;

  private final TrainingBoard board;
  private final InstantSource clock;
  private final String trainingId;
  private final Instant startedAt;
  private String stage = "starting";
  private double fraction;
  private boolean ended;

  TrainingReporter(TrainingBoard board, InstantSource clock, String trainingId, Instant startedAt) {
    this.board = board;
    this.clock = clock;
    this.trainingId = trainingId;
    this.startedAt = startedAt;
  }

  synchronized void at(String newStage, double newFraction) {
    if (!newStage.equals(stage) || newFraction - fraction >= STEP) {
      stage = newStage;
      fraction = newFraction;
      beat();
    }
  }

  /// A sign of life. One that does not reach the board is not missed: the next one does.
  synchronized void beat() {
    if (ended) {
      return;
    }
    try {
      boolean _ = tell(State.RUNNING, null);
    } catch (StorageException passing) {
      // A board that is out of reach for longer than the lease is told by whoever needs it.
      return;
    }
  }

  /// Whether nobody has taken this training for dead; asks the board.
  synchronized boolean holdsBoard() {
    return tell(State.RUNNING, null);
  }

  synchronized void end(State state, String message) {
    ended = true;
    fraction = state == State.SUCCEEDED ? 1 : fraction;
    boolean _ = tell(state, message);
  }

  private boolean tell(State state, @Nullable String message) {
    return board.report(
        new Progress(trainingId, state, stage, fraction, startedAt, clock.instant(), message));
  }
}
