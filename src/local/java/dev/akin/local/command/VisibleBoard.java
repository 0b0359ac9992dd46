package dev.akin.local.command;

import dev.akin.port.TrainingBoard;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A training board whose reports are shown as well.
record VisibleBoard(TrainingBoard board, ProgressBar bar) implements TrainingBoard {
  static final int STEPS = 1000;

  @Override
  public boolean claim(String trainingId, Instant now, Duration lease) {
    return board.claim(trainingId, now, lease);
  }

  @Override
  public boolean begin(String trainingId, Instant now, Duration lease) {
    return board.begin(trainingId, now, lease);
  }

  @Override
  public boolean report(Progress progress) {
    bar.at((long) (STEPS * progress.fraction()), progress.stage());
    return board.report(progress);
  }

  @Override
  public Optional<Progress> latest() {
    return board.latest();
  }
}
