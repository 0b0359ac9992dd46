package dev.akin.shop;

/// Whose history an event belongs to: a known user, or an anonymous session.
public sealed interface Subject permits UserId, SessionId {
  String value();
}
