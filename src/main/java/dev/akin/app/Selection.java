package dev.akin.app;

import dev.akin.app.Recipe.Made;
import dev.akin.learn.ItemText;
import dev.akin.rank.Strategy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Which personal models are worth making of what there is, and why the others are not.
///
/// @param made in the order of training
/// @param blended those of them that the blend may use
/// @param skipped the reason by the word of the strategy
record Selection(
    SequencedMap<Strategy, Made> made,
    List<Strategy> blended,
    SequencedMap<String, String> skipped) {
  /// With fewer regulars nothing can be hidden to learn the weights of a blend on.
  static final int FEWEST_REGULARS = 20;

  static Selection of(List<Recipe> recipes, Supply supply, List<ItemText> texts) {
    SequencedMap<Strategy, Made> made = new LinkedHashMap<>();
    SequencedMap<String, String> skipped = new LinkedHashMap<>();
    for (Recipe recipe : recipes) {
      Optional<String> objection = recipe.objection().apply(supply);
      if (objection.isPresent()) {
        skipped.put(recipe.strategy().word(), objection.get());
      } else {
        made.put(recipe.strategy(), recipe.maker().apply(texts));
      }
    }
    List<Strategy> members =
        recipes.stream()
            .filter(recipe -> recipe.blended() && made.containsKey(recipe.strategy()))
            .map(Recipe::strategy)
            .toList();
    Optional<String> objection = toBlend(members.size(), supply.regulars());
    objection.ifPresent(why -> skipped.put(Strategy.BLEND.word(), why));
    return new Selection(made, objection.isPresent() ? List.of() : members, skipped);
  }

  private static Optional<String> toBlend(int members, long regulars) {
    if (members < 2) {
      return Optional.of("there are fewer than two models to blend");
    }
    return regulars >= FEWEST_REGULARS
        ? Optional.empty()
        : Optional.of(
            "needs "
                + FEWEST_REGULARS
                + " customers with "
                + Supply.REGULAR_ITEMS
                + " items to learn weights on; there are "
                + regulars);
  }

  /// The parameters of every model by the word of its strategy.
  Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    made.forEach((strategy, recipe) -> parameters.put(strategy.word(), recipe.parameters()));
    return parameters;
  }
}
