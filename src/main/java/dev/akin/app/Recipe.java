package dev.akin.app;

import dev.akin.learn.ItemText;
import dev.akin.learn.Trainer;
import dev.akin.rank.Strategy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// How one personal model of a release is made, and when it is not worth making.
///
/// @param maker gets one text per item
/// @param objection why not to make it of so little, or of so much
public record Recipe(
    Strategy strategy,
    Function<List<ItemText>, Made> maker,
    Function<Supply, Optional<String>> objection) {
  /// A trainer for one catalogue.
  ///
  /// @param parameters as the report names them
  public record Made(Trainer trainer, Map<String, Object> parameters) {}

  /// Without conditions or parameters.
  static Recipe always(Strategy strategy, Trainer trainer) {
    return new Recipe(strategy, _ -> new Made(trainer, Map.of()), _ -> Optional.empty());
  }

  /// Whether the blend may use it: a member that cannot name its reasons would silence the blend.
  boolean blended() {
    return strategy != Strategy.NEURAL;
  }
}
