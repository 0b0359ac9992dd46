package dev.akin.port;

import dev.akin.shop.Event;
import dev.akin.shop.Subject;
import java.util.List;
import java.util.function.Consumer;

/// The append-only log of what subjects did.
public interface EventLog {
  /// What became of one event.
  enum Appended {
    STORED,
    /// The same event (subject, time, id) was there already; nothing changed.
    DUPLICATE,
    /// The store refused it after every retry; appending it again is safe.
    FAILED
  }

  /// Stores the events, each at most once, also within the batch: of two equal events the later one
  /// is a duplicate.
  ///
  /// @param events any number
  /// @return one result per event, in order
  List<Appended> append(List<Event> events);

  /// The newest events of a subject, newest first (equal times: by id, descending), as of all
  /// appends that have returned.
  ///
  /// @param limit 1 to 1000
  List<Event> newest(Subject subject, int limit);

  /// Hands every event to `sink`, in no particular order, from one thread at a time. For training,
  /// not for the request path.
  void scan(Consumer<Event> sink);
}
