package dev.akin.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the one training at a time says how far it is.
public interface TrainingBoard {
  /// Reserves the board for a training that is about to be started elsewhere, unless another one is
  /// running or about to. To everybody else the claim is a running training.
  ///
  /// @param lease a running training that has not reported for so long counts as dead
  /// @return false, with the board unchanged, if it is not free, or if this training has ended
  boolean claim(String trainingId, Instant now, Duration lease);

  /// Starts a training: one that was claimed, or any if no other is running. What is started twice
  /// runs once, even if it has ended when the second start comes: an id names one run. The board
  /// remembers the latest training only.
  ///
  /// @param lease a running training that has not reported for so long counts as dead
  /// @return false, with the board unchanged, if another training is running, or if this one is
  ///   already or has ended
  boolean begin(String trainingId, Instant now, Duration lease);

  /// Replaces what the board says, if it is still about this training and the training has not
  /// ended.
  ///
  /// @return false, with the board unchanged, if it is not: whoever runs has been given up
  boolean report(Progress progress);

  /// The latest training, running or ended.
  Optional<Progress> latest();

  /// @param stage a short word for people: `reading events`, `learning factors`, ...
  /// @param fraction of the whole work that is done, 0 to 1
  /// @param message what went wrong, or the release that came out; null while it runs
  record Progress(
      String trainingId,
      State state,
      String stage,
      double fraction,
      Instant startedAt,
      Instant updatedAt,
      @Nullable String message) {
    /// A training that has done nothing yet.
    public static Progress starting(String trainingId, Instant now) {
      return new Progress(trainingId, State.RUNNING, "starting", 0, now, now, null);
    }

    /// The same training, which gets no further.
    ///
    /// @param at when that was known
    public Progress failed(Instant at, @Nullable String why) {
      return new Progress(trainingId, State.FAILED, stage, fraction, startedAt, at, why);
    }

    /// Whether it runs as far as anybody knows and has given a sign of life.
    ///
    /// @param lease how long ago the last sign may be
    public boolean alive(Instant now, Duration lease) {
      return state == State.RUNNING && updatedAt.plus(lease).isAfter(now);
    }
  }

  /// How a training stands.
  enum State {
    RUNNING,
    SUCCEEDED,
    /// The gate kept the live release.
    REJECTED,
    FAILED
  }
}
