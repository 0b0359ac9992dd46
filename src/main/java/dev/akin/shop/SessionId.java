package dev.akin.shop;

/// An anonymous visit, until it is merged into a user. 1 to 256 bytes of UTF-8, no control
/// characters.
public record SessionId(String value) implements Subject {
  public SessionId {
    Identifiers.require("sessionId", value);
  }
}
