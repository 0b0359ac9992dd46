package dev.akin.app;

import dev.akin.port.EventLog;
import dev.akin.port.StorageException;
import dev.akin.shop.Event;
import dev.akin.shop.Subject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The newest events of the subjects of one batch, each read once.
final class RecentEvents {
  /// A batch may name 500 subjects; one after the other they would take seconds.
  private static final int READERS = 16;

  private final EventLog events;
  private final int limit;
  private final Map<Subject, Map<String, Instant>> bySubject = new HashMap<>();

  RecentEvents(EventLog events, int limit) {
    this.events = events;
    this.limit = limit;
  }

  /// Reads the newest events of the subjects, several at a time.
  ///
  /// @throws StorageException if those of one cannot be read
  void read(Set<Subject> subjects) {
    if (subjects.size() <= 1) {
      subjects.forEach(subject -> bySubject.put(subject, newest(subject)));
      return;
    }
    try (ExecutorService readers =
        Executors.newFixedThreadPool(READERS, Thread.ofVirtual().factory())) {
      Map<Subject, Future<Map<String, Instant>>> reads = new HashMap<>();
      subjects.forEach(subject -> reads.put(subject, readers.submit(() -> newest(subject))));
      for (Map.Entry<Subject, Future<Map<String, Instant>>> read : reads.entrySet()) {
        bySubject.put(read.getKey(), read.getValue().get());
      }
    } catch (ExecutionException e) {
      throw new StorageException("the newest events of a subject cannot be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StorageException("interrupted while reading the newest events", e);
    }
  }

  /// Whether the subject has an event of this id that is not older than `since`.
  boolean holds(Event event, Instant since) {
    Instant time =
        bySubject.getOrDefault(event.subject(), Map.of()).getOrDefault(event.id(), Instant.MIN);
    return !time.isBefore(since);
  }

  private Map<String, Instant> newest(Subject subject) {
    Map<String, Instant> times = new HashMap<>();
    events.newest(subject, limit).forEach(event -> times.putIfAbsent(event.id(), event.time()));
    return times;
  }
}
