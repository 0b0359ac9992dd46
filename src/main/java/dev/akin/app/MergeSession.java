package dev.akin.app;

import dev.akin.port.EventLog;
import dev.akin.port.EventLog.Erasure;
import dev.akin.port.EventLog.Moved;
import dev.akin.port.EventLog.Page;
import dev.akin.port.StorageException;
import dev.akin.shop.Event;
import dev.akin.shop.SessionId;
import dev.akin.shop.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes the events of an anonymous visit those of a known user: the next recommendation of the
/// user sees them. Whatever stops it, no event is lost and none is there twice, and the same call
/// again moves the rest. The session stays usable; what it does later is its own until it is merged
/// again.
public final class MergeSession {
  /// Ends well before the gateway's 30 seconds do.
  static final Duration PATIENCE = Duration.ofSeconds(20);

  /// A multiple of what the store moves at once.
  private static final int PAGE = 490;

  private final EventLog events;
  private final InstantSource clock;

  public MergeSession(EventLog events, InstantSource clock) {
    this.events = events;
    this.clock = clock;
  }

  /// @throws UnfinishedException if events remain with the session that belong to the user
  public Merged merge(SessionId session, UserId user) {
    Instant end = clock.instant().plus(PATIENCE);
    List<Erasure> erasures =
        Stream.of(user, session).map(events::erasure).flatMap(Optional::stream).toList();
    Merged merged = new Merged(session, user, 0, 0, 0);
    @Nullable String cursor = null;
    do {
      if (clock.instant().isAfter(end)) {
        throw new UnfinishedException(soFar(merged) + "there was no time for all");
      }
      try {
        Page page = events.page(session, cursor, PAGE);
        merged = move(page.events(), merged, erasures);
        cursor = page.next();
      } catch (StorageException fault) {
        throw new UnfinishedException(soFar(merged) + "the store did not answer", fault);
      }
    } while (cursor != null);
    return merged;
  }

  /// What slipped in while the session was erased does not come back as the user's.
  private Merged move(List<Event> page, Merged before, List<Erasure> erasures) {
    List<Event> wanted =
        page.stream()
            .filter(event -> erasures.stream().noneMatch(past -> past.covers(event.time())))
            .toList();
    Moved now = wanted.isEmpty() ? Moved.NOTHING : events.move(wanted, before.user());
    return new Merged(
        before.session(),
        before.user(),
        before.moved() + now.moved(),
        before.duplicates() + now.known(),
        before.left() + page.size() - wanted.size());
  }

  private static String soFar(Merged merged) {
    return (merged.moved() + merged.duplicates())
        + " events are merged, others are the session's; ";
  }

  /// What a merge did.
  ///
  /// @param moved events that the user has now and had not before
  /// @param duplicates events that the user had already
  /// @param left events that stay with the session because the user or it was erased after them
  public record Merged(SessionId session, UserId user, int moved, int duplicates, int left) {}
}
