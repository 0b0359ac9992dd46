package dev.akin.app;

import dev.akin.rank.Strategy;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.Item;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything that decides what is on a list.
///
/// @param current the item being looked at, as it is now, or null
/// @param trendDays the window of what trends
/// @param seed of what chance decides
record ListInput(
    ListOptions options, Visitor visitor, @Nullable Item current, int trendDays, long seed) {
  Shelf shelf() {
    return visitor.shelf();
  }

  ServedRelease served() {
    return shelf().served();
  }

  /// The strategy asked for; the release's own if it lacks that one, nobody asked or there is no
  /// release.
  ///
  /// @throws InvalidFieldException if there is none of that name
  Strategy wanted() {
    Set<Strategy> known = served().strategies();
    String word = options.strategy();
    if (word == null) {
      return served().usual();
    }
    Strategy asked = strategy(word, known);
    boolean possible = served().id() != null || asked == Strategy.NEWEST;
    return possible && known.contains(asked) ? asked : served().usual();
  }

  /// @param known what the refusal names
  /// @throws InvalidFieldException if there is none of that name
  static Strategy strategy(String word, Set<Strategy> known) {
    return Strategy.of(word)
        .orElseThrow(() ->
            new InvalidFieldException(
                "strategy",
                "unknown_strategy",
                "strategy must be one of " + Strategy.words(known)));
  }
}
