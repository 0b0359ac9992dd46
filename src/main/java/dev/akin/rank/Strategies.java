package dev.akin.rank;

import dev.akin.model.Release;
import java.util.EnumSet;
import java.util.Set;

/// Which strategies a release can follow.
public final class Strategies {
  private Strategies() {}

  /// What is the same for everybody, every personal model that the release has, and buying again if
  /// it knows habits.
  public static Set<Strategy> of(Release release) {
    Set<Strategy> strategies = EnumSet.noneOf(Strategy.class);
    for (Strategy strategy : Strategy.values()) {
      boolean known =
          strategy == Strategy.AGAIN
              ? release.habits() != null
              : release.scorers().containsKey(strategy.word());
      if (!strategy.personal() || known) {
        strategies.add(strategy);
      }
    }
    return strategies;
  }

  /// The strategy that did best in the release's own evaluation.
  public static Strategy usual(Release release) {
    return Strategy.of(release.manifest().strategy())
        .filter(of(release)::contains)
        .orElse(Strategy.POPULAR);
  }
}
