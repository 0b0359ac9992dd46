package dev.akin.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.learn.AlsParameters;
import dev.akin.learn.AutoencoderParameters;
import dev.akin.learn.ContentParameters;
import dev.akin.learn.EaseParameters;
import dev.akin.learn.ItemKnnParameters;
import dev.akin.learn.ItemText;
import dev.akin.rank.Strategy;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecipesTest {
  private static final TrainingOptions OPTIONS =
      new TrainingOptions(42, 1, 128, 15, 50, 512L << 20, true);

  /// What changes no model, or is told once for all.
  private static final Set<String> ELSEWHERE = Set.of("seed", "threads", "memoryBytes");

  private static final Map<Strategy, Class<?>> PARAMETERS =
      Map.of(
          Strategy.NEIGHBOURS, ItemKnnParameters.class,
          Strategy.LINEAR, EaseParameters.class,
          Strategy.FACTORS, AlsParameters.class,
          Strategy.CONTENT, ContentParameters.class,
          Strategy.NEURAL, AutoencoderParameters.class);

  @Test
  void theReportNamesEveryParameterThatShapesAModel() {
    for (Recipe recipe : Recipes.standard(OPTIONS)) {
      assertThat(recipe.maker().apply(List.of(ItemText.EMPTY)).parameters().keySet())
          .as(recipe.strategy().toString())
          .containsAll(names(Objects.requireNonNull(PARAMETERS.get(recipe.strategy()))).toList());
    }
  }

  private static Stream<String> names(Class<?> parameters) {
    return Arrays.stream(parameters.getRecordComponents())
        .map(RecordComponent::getName)
        .filter(name -> !ELSEWHERE.contains(name));
  }
}
