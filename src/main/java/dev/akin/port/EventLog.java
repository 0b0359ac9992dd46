package dev.akin.port;

import dev.akin.shop.Event;
import dev.akin.shop.Subject;
import dev.akin.shop.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The append-only log of what subjects did, and the place where they are forgotten.
public interface EventLog {
  /// What became of one event.
  enum Appended {
    STORED,
    /// The same event (subject, time, id) was there already; nothing changed.
    DUPLICATE,
    /// The subject was erased and the event lies before the end of that [Erasure].
    ERASED,
    /// The store refused it after every retry; appending it again is safe.
    FAILED
  }

  /// That a subject was erased.
  ///
  /// @param at when, to the millisecond
  /// @param before events from before this moment are kept out, to the millisecond
  record Erasure(Instant at, Instant before) {
    /// Whether an event of this time is kept out.
    public boolean covers(Instant time) {
      return time.isBefore(before);
    }
  }

  /// Stores the events, each at most once, also within the batch: of two equal events the later one
  /// is a duplicate.
  ///
  /// @param events any number
  /// @return one result per event, in order
  List<Appended> append(List<Event> events);

  /// The newest events of a subject, newest first (equal times: by id, descending), as of all
  /// appends that have returned. What an erasure keeps out is not among them, even if it came in
  /// while that was made.
  ///
  /// @param limit 1 to 1000
  List<Event> newest(Subject subject, int limit);

  /// Everything that is held of a subject, oldest first, page by page, as of all writes that have
  /// returned. A page of large events may be shorter than `limit` and not be the last.
  ///
  /// @param cursor the previous page's `next`, or null for the first page
  /// @param limit 1 to 1000
  Page page(Subject subject, @Nullable String cursor, int limit);

  /// Deletes events; those that are not there are deleted already.
  ///
  /// @return how many are still there because the store refused
  int delete(List<Event> events);

  /// Makes events of a session events of a user, under the same time and id and with the session as
  /// what it was: where they happened. In groups, each of them wholly or not at all, so that at any
  /// moment every event is there exactly once. What is the session's no longer, because it was
  /// erased or somebody else moved it meanwhile, stays what it is.
  ///
  /// @param events of one session, none of them with a user
  /// @throws StorageException if a group could not be moved; those before it are
  Moved move(List<Event> events, UserId user);

  /// Keeps events of a subject out from now on, and for as long as any that is covered could still
  /// be accepted.
  void record(Subject subject, Erasure erasure);

  /// The last erasure of a subject that still keeps something out, as of all writes that have
  /// returned.
  Optional<Erasure> erasure(Subject subject);

  /// The last erasures of those of some users who have one that still keeps something out, as of
  /// all writes that have returned.
  ///
  /// @param users at most 100
  Map<UserId, Erasure> erasures(List<UserId> users);

  /// Hands every event to `sink`, in no particular order, from one thread at a time. For training,
  /// not for the request path.
  ///
  /// @param erased gets the subjects with an erasure, whenever they are met: events that it covers
  ///   may have been handed over
  void scan(Consumer<Event> sink, BiConsumer<Subject, Erasure> erased);

  /// The events alone.
  default void scan(Consumer<Event> sink) {
    scan(sink, (_, _) -> {});
  }

  /// A moment after which nothing was written: no append, move, deletion or erasure. It may be up
  /// to an hour and a few minutes later than the last write, and so in the future.
  ///
  /// A log that cannot tell, because nobody watched it so far, begins to watch and answers as if it
  /// had been written now.
  Instant quietSince();

  /// @param moved events that the user has now and had not before
  /// @param known events that the user had already: they are the session's no longer either
  record Moved(int moved, int known) {
    public static final Moved NOTHING = new Moved(0, 0);

    public Moved plus(Moved other) {
      return new Moved(moved + other.moved, known + other.known);
    }
  }

  /// @param next the cursor of the following page, or null after the last
  record Page(List<Event> events, @Nullable String next) {
    public Page {
      events = List.copyOf(events);
    }
  }
}
