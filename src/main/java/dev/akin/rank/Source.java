package dev.akin.rank;

import java.util.Arrays;

/// Which part of a release produced an item of an answer.
public enum Source {
  LINEAR("linear"),
  FACTORS("factors"),
  NEIGHBOURS("neighbours"),
  NEURAL("neural"),
  CONTENT("content"),
  /// Bought in the same baskets.
  TOGETHER("together"),
  /// Several parts at once; in answers of the blend the part that adds most is named instead.
  BLEND("blend"),
  POPULAR("popular"),
  TRENDING("trending"),
  /// Bought before, by when it is due again.
  AGAIN("again"),
  /// The newest of the catalogue, while nothing is known about anything.
  NEWEST("newest"),
  /// The order in which a shop gave the items of a ranking, where nothing else is known.
  GIVEN("given");

  private final String word;

  Source(String word) {
    this.word = word;
  }

  /// The word on the wire.
  public String word() {
    return word;
  }

  /// Whether the model that was followed scored the item above zero; the others fill up a list that
  /// would be too short.
  public boolean scored() {
    return switch (this) {
      case LINEAR, FACTORS, NEIGHBOURS, NEURAL, CONTENT, TOGETHER, BLEND, TRENDING, AGAIN -> true;
      case POPULAR, NEWEST, GIVEN -> false;
    };
  }

  /// The part with a word; the blend for a word of a part that this version does not know.
  public static Source of(String word) {
    return Arrays.stream(values())
        .filter(source -> source.word.equals(word))
        .findFirst()
        .orElse(BLEND);
  }
}
