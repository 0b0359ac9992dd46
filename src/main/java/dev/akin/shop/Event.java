package dev.akin.shop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One interaction of a subject with an item. Its kind is the sealed [Action].
///
/// An event is the same event again if subject, id and time are equal: storing it twice changes
/// nothing.
///
/// @param id the shop's id of the event, or one derived from its content; 1 to 256 bytes
/// @param user who acted, if known
/// @param session the visit in which it happened, if known; at least one of the two is given
/// @param time when it happened, to the millisecond; 1970 to 2286, so that its milliseconds have at
///   most 13 digits and sort as text
public record Event(
    String id,
    @Nullable UserId user,
    @Nullable SessionId session,
    ItemId item,
    Instant time,
    Action action,
    Attribution attribution) {
  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant END = Instant.ofEpochMilli(10_000_000_000_000L);

  public Event {
    Identifiers.require("eventId", id);
    if (time.isBefore(FIRST) || !time.isBefore(END)) {
      throw new InvalidFieldException(
          "timestamp", "out_of_range", "timestamp must lie between the years 1970 and 2286");
    }
    if (user == null && session == null) {
      throw new InvalidFieldException(
          "userId", "missing", "give userId (known customer), sessionId (anonymous visit) or both");
    }
  }

  /// The same event as one of `user`, in the session in which it happened.
  public Event movedTo(UserId user) {
    return new Event(id, user, session, item, time, action, attribution);
  }

  /// Whose history this event belongs to: the user if known, else the session.
  public Subject subject() {
    if (user != null) {
      return user;
    }
    if (session != null) {
      return session;
    }
    throw new IllegalStateException("an event has a user or a session");
  }
}
