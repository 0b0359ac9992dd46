package dev.akin.rank.filter;

/// What is known of a part of an expression before an item is looked at.
enum Type {
  CONDITION("a condition (true or false)"),
  NUMBER("a number"),
  TEXT("a text"),
  SPAN("a duration"),
  MOMENT("a point in time"),
  LIST("a list of texts"),
  /// Text, number, flag or list of texts, each item as it likes.
  ATTRIBUTE("an attribute"),
  /// Anything, until the request gives it.
  PARAMETER("a parameter");

  private final String noun;

  Type(String noun) {
    this.noun = noun;
  }

  String noun() {
    return noun;
  }

  /// Whether the type is known only later.
  boolean open() {
    return this == ATTRIBUTE || this == PARAMETER;
  }
}
