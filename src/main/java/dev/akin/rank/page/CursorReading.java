package dev.akin.rank.page;

/// What the text of a cursor turned out to be.
public sealed interface CursorReading {
  /// Ours, of this request and this release, and fresh.
  record Valid(Cursor cursor) implements CursorReading {}

  /// Not ours, or damaged.
  record Forged() implements CursorReading {}

  /// Ours, but a cursor of another request: another filter, limit, user, ...
  record OtherRequest() implements CursorReading {}

  /// Ours, but its walk began too long ago, or a newer release numbers the items now. The caller
  /// starts again with the first page.
  record Expired() implements CursorReading {}
}
