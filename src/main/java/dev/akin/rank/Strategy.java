package dev.akin.rank;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// Which part of a release ranks the items.
public enum Strategy {
  /// Matrix factorisation: the history folded into a vector.
  FACTORS("factors"),
  /// Item-based collaborative filtering: neighbours of the history's items.
  NEIGHBOURS("neighbours"),
  /// What everybody likes, fresh likes more than old ones.
  POPULAR("popular");

  private final String word;

  Strategy(String word) {
    this.word = word;
  }

  /// The word on the wire, in manifests and in reports.
  public String word() {
    return word;
  }

  public static Optional<Strategy> of(String word) {
    return Arrays.stream(values()).filter(strategy -> strategy.word.equals(word)).findFirst();
  }

  /// All words, for people.
  public static String words() {
    return Arrays.stream(values()).map(Strategy::word).collect(Collectors.joining(", "));
  }
}
