package dev.akin.app;

import dev.akin.port.EventLog;
import dev.akin.port.EventLog.Appended;
import dev.akin.shop.Event;
import dev.akin.shop.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Takes events. Sending a batch again changes nothing, whether or not its events have ids and
/// times:
///
/// - an event without id is named by its content;
/// - an event without time gets the server's, and is the same event again if the subject's newest
///   events hold its id: within [#ID_WINDOW] for an id of the shop's, within [#CONTENT_WINDOW] for
///   a name made of its content (after that, somebody looked at the page once more);
/// - the server's time is the end of the second, so that requests at the same time, of which
///   neither sees what the other stores, write one row unless a second ends between them.
public final class IngestEvents {
  public static final Duration ID_WINDOW = Duration.ofHours(24);
  public static final Duration CONTENT_WINDOW = Duration.ofMinutes(10);

  /// A batch of one subject must find all of itself when it comes again.
  private static final int MOST_RECENT = 1_000;

  private final EventLog events;
  private final Signer signer;
  private final InstantSource clock;
  private final Settings settings;

  /// @param signer knows its own recommendation ids
  public IngestEvents(EventLog events, Signer signer, InstantSource clock, Settings settings) {
    this.events = events;
    this.signer = signer;
    this.clock = clock;
    this.settings = settings;
  }

  /// @param retention events older than this would expire at once and are refused
  /// @param skew how far a shop's clock may run ahead
  /// @param recent how many of a subject's newest events are searched for an event without time
  public record Settings(Duration retention, Duration skew, int recent) {}

  /// Checks for one batch: to be asked about each event before [#ingest], which checks nothing.
  public EventCheck check() {
    return new EventCheck(clock, settings, signer.reader());
  }

  /// Stores the events.
  ///
  /// @return one result per draft, in order
  public List<Appended> ingest(List<EventDraft> drafts) {
    Instant now = clock.instant();
    int depth = Math.clamp(2L * drafts.size(), settings.recent(), MOST_RECENT);
    RecentEvents recent = new RecentEvents(events, depth);
    recent.read(subjectsWithoutTime(drafts));
    Appended[] results = new Appended[drafts.size()];
    List<Event> fresh = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < results.length; i++) {
      Event event = event(drafts.get(i), now);
      if (drafts.get(i).time() == null && recent.holds(event, now.minus(window(drafts.get(i))))) {
        results[i] = Appended.DUPLICATE;
      } else {
        fresh.add(event);
        places.add(i);
      }
    }
    List<Appended> appended = fresh.isEmpty() ? List.of() : events.append(fresh);
    for (int i = 0; i < places.size(); i++) {
      results[places.get(i)] = appended.get(i);
    }
    return List.of(results);
  }

  private static Set<Subject> subjectsWithoutTime(List<EventDraft> drafts) {
    Set<Subject> subjects = new LinkedHashSet<>();
    for (EventDraft draft : drafts) {
      if (draft.time() == null) {
        subjects.add(event(draft, Instant.EPOCH).subject());
      }
    }
    return subjects;
  }

  private static Duration window(EventDraft draft) {
    return draft.id() == null ? CONTENT_WINDOW : ID_WINDOW;
  }

  /// One time for all of a second, so that what is sent twice at once is stored once; its end, so
  /// that what happened is never older than a page, or an erasure, that came before it.
  private static Instant endOfSecond(Instant now) {
    Instant second = now.truncatedTo(ChronoUnit.SECONDS);
    return second.equals(now) ? now : second.plusSeconds(1);
  }

  static Event event(EventDraft draft, Instant now) {
    return new Event(
        draft.id() == null ? EventIdentity.of(draft) : draft.id(),
        draft.user(),
        draft.session(),
        draft.item(),
        draft.time() == null ? endOfSecond(now) : draft.time(),
        draft.action(),
        draft.attribution());
  }
}
