package dev.akin.app;

import dev.akin.port.EventLog;
import dev.akin.shop.Event;
import dev.akin.shop.Subject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The newest events of the subjects of one batch, each read once.
final class RecentEvents {
  private final EventLog events;
  private final int limit;
  private final Map<Subject, Map<String, Instant>> bySubject = new HashMap<>();

  RecentEvents(EventLog events, int limit) {
    this.events = events;
    this.limit = limit;
  }

  /// Whether the subject has an event of this id that is not older than `since`.
  boolean holds(Event event, Instant since) {
    Instant time =
        bySubject
            .computeIfAbsent(event.subject(), this::read)
            .getOrDefault(event.id(), Instant.MIN);
    return !time.isBefore(since);
  }

  private Map<String, Instant> read(Subject subject) {
    List<Event> newest = events.newest(subject, limit);
    Map<String, Instant> times = new HashMap<>();
    newest.forEach(event -> times.putIfAbsent(event.id(), event.time()));
    return times;
  }
}
