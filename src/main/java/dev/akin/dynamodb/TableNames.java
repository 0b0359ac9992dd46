package dev.akin.dynamodb;

/// The names of a stack's four tables.
public record TableNames(String events, String items, String models, String keys) {
  /// Tables that share a prefix, e.g. `akin-events`, as the local cloud and the tests name them.
  public static TableNames withPrefix(String prefix) {
    return new TableNames(
        prefix + "-events", prefix + "-items", prefix + "-models", prefix + "-keys");
  }
}
