package dev.akin.rank;

/// Which part of a release produced an item of an answer.
public enum Source {
  FACTORS("factors"),
  NEIGHBOURS("neighbours"),
  POPULAR("popular"),
  /// The newest of the catalogue, while nothing is known about anything.
  NEWEST("newest");

  private final String word;

  Source(String word) {
    this.word = word;
  }

  /// The word on the wire.
  public String word() {
    return word;
  }
}
