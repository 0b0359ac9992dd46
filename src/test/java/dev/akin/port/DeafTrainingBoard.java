package dev.akin.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/// A training board that takes some reports only and is out of reach for all others.
///
/// @param heard which reports it takes
/// @param fault what the others meet
public record DeafTrainingBoard(
    TrainingBoard board, Predicate<Progress> heard, StorageException fault)
    implements TrainingBoard {
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
    if (heard.test(progress)) {
      return board.report(progress);
    }
    throw fault;
  }

  @Override
  public Optional<Progress> latest() {
    return board.latest();
  }
}
