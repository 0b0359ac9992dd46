package dev.akin.app;

import dev.akin.port.EventLog;
import dev.akin.port.EventLog.Erasure;
import dev.akin.port.StorageException;
import dev.akin.port.TrainingBoard;
import dev.akin.shop.Event;
import dev.akin.shop.SessionId;
import dev.akin.shop.Subject;
import dev.akin.shop.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Erases a user or a session: everything that is held about them, before it answers, and keeps out
/// what is still on its way.
///
/// First the erasure is recorded, which keeps events out and hides what slips in; then events are
/// deleted, page by page, a user's together with what the visits that they name did anonymously.
/// Whatever stops it, the same call again goes on where it stopped: what is left of the user's
/// events names the visits that are left.
public final class EraseSubject {
  /// Events of a user without a time get that of their arrival, and may be sent again for so long:
  /// until then everything of an erased user is kept out. After that a user is new.
  public static final Duration SETTLING = IngestEvents.ID_WINDOW;

  /// Ends well before the gateway's 30 seconds do.
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final int PAGE = 500;

  private final EventLog events;
  private final TrainingBoard board;
  private final Receipts receipts;
  private final InstantSource clock;

  public EraseSubject(
      EventLog events, TrainingBoard board, Receipts receipts, InstantSource clock) {
    this.events = events;
    this.board = board;
    this.receipts = receipts;
    this.clock = clock;
  }

  /// @throws UnfinishedException if something remains
  public Erased erase(Subject subject) {
    Instant now = Instant.ofEpochMilli(clock.instant().toEpochMilli());
    Run run = new Run(now);
    try {
      Erasure erasure = record(subject, now);
      run.erase(subject);
      Receipts.Receipt receipt =
          new Receipts.Receipt(run.deleted, run.sessions.size(), erasure.at());
      return new Erased(
          subject, erasure, receipt, receipts.sign(subject, receipt), trainingSince(erasure));
    } catch (StorageException fault) {
      throw new UnfinishedException(run.soFar() + "the store did not answer", fault);
    }
  }

  /// A call that comes again while everything is kept out belongs to the same erasure.
  private Erasure record(Subject subject, Instant now) {
    Optional<Erasure> known = events.erasure(subject).filter(erasure -> erasure.covers(now));
    if (known.isPresent()) {
      return known.get();
    }
    Erasure erasure = new Erasure(now, subject instanceof UserId ? now.plus(SETTLING) : now);
    events.record(subject, erasure);
    return erasure;
  }

  /// Whether a training that may have read the events before they were erased is running, or ended
  /// since.
  private boolean trainingSince(Erasure erasure) {
    return board
        .latest()
        .filter(training ->
            training.alive(erasure.at(), Retrain.LIFETIME)
                || training.updatedAt().isAfter(erasure.at()))
        .filter(training -> !training.startedAt().isAfter(erasure.at()))
        .isPresent();
  }

  /// One attempt.
  private final class Run {
    private final Instant end;
    private final Set<SessionId> sessions = new HashSet<>();
    private long deleted;

    Run(Instant now) {
      end = now.plus(PATIENCE);
    }

    void erase(Subject subject) {
      while (true) {
        List<Event> page = events.page(subject, null, PAGE).events();
        if (page.isEmpty()) {
          return;
        }
        if (subject instanceof UserId) {
          eraseSessions(page);
        }
        delete(page);
      }
    }

    /// The visits go before the events that name them. When there is no time for all of them, the
    /// events of those that are gone go as well, so that the next call has less to do.
    private void eraseSessions(List<Event> page) {
      for (int i = 0; i < page.size(); i++) {
        if (late() && i > 0) {
          delete(page.subList(0, i));
        }
        SessionId session = page.get(i).session();
        if (session != null && sessions.add(session)) {
          Instant now = Instant.ofEpochMilli(clock.instant().toEpochMilli());
          events.record(session, new Erasure(now, now));
          erase(session);
        }
      }
    }

    private void delete(List<Event> page) {
      int left = events.delete(page);
      deleted += page.size() - left;
      if (left > 0) {
        throw new UnfinishedException(soFar() + "the store refused to delete " + left);
      }
      if (late()) {
        throw new UnfinishedException(soFar() + "there was no time for all");
      }
    }

    private boolean late() {
      return clock.instant().isAfter(end);
    }

    private String soFar() {
      return deleted + " events are erased, others remain, and new ones are kept out; ";
    }
  }

  /// What was erased.
  ///
  /// @param receipt what the signed text vouches for
  /// @param trainingUnderWay whether a training may hold, or have published, what it read before
  public record Erased(
      Subject subject,
      Erasure erasure,
      Receipts.Receipt receipt,
      String signed,
      boolean trainingUnderWay) {}
}
