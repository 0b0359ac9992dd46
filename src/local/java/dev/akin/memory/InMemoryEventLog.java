package dev.akin.memory;

import dev.akin.port.EventCursor;
import dev.akin.port.EventLog;
import dev.akin.shop.Event;
import dev.akin.shop.Subject;
import dev.akin.shop.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The event log in memory. Keeps events and erasures for good; nothing ever fails.
public final class InMemoryEventLog implements EventLog {
  /// Ids in the order of their bytes, as the store sorts them, not of Java's characters.
  private static final Comparator<EventCursor> NEWEST_FIRST =
      Comparator.comparingLong(EventCursor::millis)
          .thenComparing(
              place -> place.eventId().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned)
          .reversed();

  private final InstantSource clock;
  private final Map<Subject, TreeMap<EventCursor, Event>> histories = new HashMap<>();
  private final Map<Subject, Erasure> erasures = new HashMap<>();
  private Instant written = Instant.MIN;

  /// A log whose every write counts as new.
  public InMemoryEventLog() {
    this(() -> Instant.MAX);
  }

  public InMemoryEventLog(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized List<Appended> append(List<Event> events) {
    List<Appended> results = new ArrayList<>(events.size());
    for (Event event : events) {
      Erasure erasure = erasures.get(event.subject());
      if (erasure != null && erasure.covers(event.time())) {
        results.add(Appended.ERASED);
      } else {
        results.add(add(event) ? Appended.STORED : Appended.DUPLICATE);
      }
    }
    return results;
  }

  @Override
  public synchronized List<Event> newest(Subject subject, int limit) {
    requireLimit(limit);
    Erasure erasure = erasures.get(subject);
    return history(subject).values().stream()
        .filter(event -> erasure == null || !erasure.covers(event.time()))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Page page(Subject subject, @Nullable String cursor, int limit) {
    requireLimit(limit);
    NavigableMap<EventCursor, Event> ascending = history(subject).descendingMap();
    if (cursor != null) {
      ascending = ascending.tailMap(EventCursor.read(cursor), false);
    }
    List<Event> events = ascending.values().stream().limit(limit).toList();
    return new Page(
        events, events.size() < ascending.size() ? EventCursor.of(events.getLast()).text() : null);
  }

  @Override
  public synchronized int delete(List<Event> events) {
    if (!events.isEmpty()) {
      written = clock.instant();
    }
    events.forEach(event -> history(event.subject()).remove(EventCursor.of(event)));
    return 0;
  }

  @Override
  public synchronized Moved move(List<Event> events, UserId user) {
    Moved moved = Moved.NOTHING;
    for (Event event : events) {
      written = clock.instant();
      EventCursor place = EventCursor.of(event);
      boolean there = history(event.subject()).remove(place) != null;
      if (history(user).containsKey(place)) {
        moved = moved.plus(new Moved(0, 1));
      } else if (there) {
        add(event.movedTo(user));
        moved = moved.plus(new Moved(1, 0));
      }
    }
    return moved;
  }

  @Override
  public synchronized void record(Subject subject, Erasure erasure) {
    written = clock.instant();
    erasures.put(
        subject,
        new Erasure(
            erasure.at().truncatedTo(ChronoUnit.MILLIS),
            erasure.before().truncatedTo(ChronoUnit.MILLIS)));
  }

  @Override
  public synchronized Optional<Erasure> erasure(Subject subject) {
    return Optional.ofNullable(erasures.get(subject));
  }

  @Override
  public synchronized Map<UserId, Erasure> erasures(List<UserId> users) {
    Map<UserId, Erasure> erased = new HashMap<>();
    for (UserId user : users) {
      erasure(user).ifPresent(erasure -> erased.put(user, erasure));
    }
    return erased;
  }

  @Override
  public void scan(Consumer<Event> sink, BiConsumer<Subject, Erasure> erased) {
    all().forEach(sink);
    allErasures().forEach(erased);
  }

  private synchronized List<Event> all() {
    return histories.values().stream().flatMap(history -> history.values().stream()).toList();
  }

  private synchronized Map<Subject, Erasure> allErasures() {
    return Map.copyOf(erasures);
  }

  @Override
  public synchronized Instant quietSince() {
    return written;
  }

  private boolean add(Event event) {
    boolean added =
        history(event.subject()).putIfAbsent(EventCursor.of(event), toTheMillisecond(event))
            == null;
    if (added) {
      written = clock.instant();
    }
    return added;
  }

  private TreeMap<EventCursor, Event> history(Subject subject) {
    return histories.computeIfAbsent(subject, _ -> new TreeMap<>(NEWEST_FIRST));
  }

  private static void requireLimit(int limit) {
    if (limit < 1 || limit > 1000) {
      throw new IllegalArgumentException("limit must be 1 to 1000, was " + limit);
    }
  }

  private static Event toTheMillisecond(Event event) {
    return new Event(
        event.id(),
        event.user(),
        event.session(),
        event.item(),
        event.time().truncatedTo(ChronoUnit.MILLIS),
        event.action(),
        event.attribution());
  }
}
