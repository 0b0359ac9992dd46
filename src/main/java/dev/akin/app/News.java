package dev.akin.app;

import dev.akin.model.ReleaseManifest;
import dev.akin.port.Catalog;
import dev.akin.port.EventLog;
import dev.akin.port.ReleaseStore;
import dev.akin.port.StorageException;
import dev.akin.port.TrainingBoard;
import dev.akin.port.TrainingBoard.Progress;
import dev.akin.port.TrainingBoard.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Whether a training would see anything that the last one did not: what the schedule asks before
/// it trains, so that a shop where nobody shops costs nothing. A handful of small reads.
///
/// In doubt there is news: while a store cannot tell, after a training that failed, and for as long
/// as no release is live that this program can read.
public final class News {
  /// After so long there is news in any case. Events expire without anybody writing, and should
  /// leave the model as well.
  static final Duration LONGEST_REST = Duration.ofDays(30);

  private final EventLog events;
  private final Catalog catalog;
  private final ReleaseStore releases;
  private final TrainingBoard board;
  private final InstantSource clock;

  public News(
      EventLog events,
      Catalog catalog,
      ReleaseStore releases,
      TrainingBoard board,
      InstantSource clock) {
    this.events = events;
    this.catalog = catalog;
    this.releases = releases;
    this.board = board;
    this.clock = clock;
  }

  public boolean any() {
    try {
      return board.latest().filter(this::stillHolds).isEmpty();
    } catch (StorageException unknown) {
      return true;
    }
  }

  /// Whether another training would come to the same end. A training that the gate refused is
  /// refused again; which release is live does not matter, so a rollback stays in force.
  private boolean stillHolds(Progress last) {
    return (last.state() == State.SUCCEEDED || last.state() == State.REJECTED)
        && last.startedAt().plus(LONGEST_REST).isAfter(clock.instant())
        && quietSince().isBefore(last.startedAt())
        && served();
  }

  /// Asks both stores, so that both begin to watch if they did not.
  private Instant quietSince() {
    Instant inEvents = events.quietSince();
    Instant inCatalog = catalog.quietSince();
    return inEvents.isAfter(inCatalog) ? inEvents : inCatalog;
  }

  private boolean served() {
    Optional<ReleaseManifest> live = releases.current().flatMap(releases::manifest);
    return live.filter(manifest -> manifest.format() == ReleaseManifest.FORMAT).isPresent();
  }
}
