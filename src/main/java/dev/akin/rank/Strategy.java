package dev.akin.rank;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/// Which part of a release ranks the items. In the order in which they are preferred where nothing
/// was measured.
public enum Strategy {
  /// The personal models together, each with the weight that it earned on this shop's data.
  BLEND("blend"),
  /// Learned item-item weights (EASE), for catalogues that are not too large.
  LINEAR("linear"),
  /// Matrix factorisation: the history folded into a vector.
  FACTORS("factors"),
  /// Item-based collaborative filtering: neighbours of the history's items.
  NEIGHBOURS("neighbours"),
  /// An autoencoder, where the shop asked for it.
  NEURAL("neural"),
  /// The words that describe the items: reaches items without a single event.
  CONTENT("content"),
  /// What everybody likes, fresh likes more than old ones.
  POPULAR("popular"),
  /// What sells better than it just did.
  TRENDING("trending"),
  /// What came into the shop last.
  NEWEST("newest"),
  /// What the customer bought and is likely to buy again now.
  AGAIN("again");

  private final String word;

  Strategy(String word) {
    this.word = word;
  }

  /// The word on the wire, in manifests and in reports.
  public String word() {
    return word;
  }

  /// Whether the history decides; the other strategies are the same for everybody.
  public boolean personal() {
    return this != POPULAR && this != TRENDING && this != NEWEST;
  }

  public static Optional<Strategy> of(String word) {
    return Arrays.stream(values()).filter(strategy -> strategy.word.equals(word)).findFirst();
  }

  /// Their words, for people.
  public static String words(Collection<Strategy> strategies) {
    return strategies.stream().map(Strategy::word).collect(Collectors.joining(", "));
  }
}
