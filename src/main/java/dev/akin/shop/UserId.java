package dev.akin.shop;

/// A customer as the shop knows them. 1 to 256 bytes of UTF-8, no control characters.
public record UserId(String value) implements Subject {
  public UserId {
    Identifiers.require("userId", value);
  }
}
