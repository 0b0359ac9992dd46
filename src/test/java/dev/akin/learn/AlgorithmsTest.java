package dev.akin.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.akin.learn.SearchSpace.Range;
import dev.akin.math.SeededRandom;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlgorithmsTest {
  @Test
  void namesAreDistinctAndFindTheirAlgorithm() {
    assertThat(Algorithms.all()).extracting(Algorithm::name).doesNotHaveDuplicates();
    for (Algorithm algorithm : Algorithms.all()) {
      assertThat(Algorithms.named(algorithm.name())).contains(algorithm);
    }
    assertThat(Algorithms.named("horoscope")).isEmpty();
  }

  @Test
  void everyAlgorithmTrainsWithItsDefaultsUnderItsName() {
    for (Algorithm algorithm : Algorithms.all()) {
      assertThat(algorithm.trainer(TrainingSettings.of(1, 1)).name()).isEqualTo(algorithm.name());
    }
  }

  @Test
  void everyPointOfASearchSpaceIsAccepted() {
    SeededRandom random = new SeededRandom(4);
    for (Algorithm algorithm : Algorithms.all()) {
      for (int draw = 0; draw < 50; draw++) {
        Map<String, Double> point = algorithm.space().draw(random);
        assertThat(algorithm.trainer(TrainingSettings.of(1, 1).withValues(point)))
            .as(algorithm.name() + " " + point)
            .isNotNull();
      }
    }
  }

  @Test
  void aMisspeltParameterIsRefusedWithTheRightNames() {
    Algorithm als = Algorithms.named("als").orElseThrow();
    TrainingSettings misspelt = TrainingSettings.of(1, 1).withValues(Map.of("factros", 8.0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> als.trainer(misspelt))
        .withMessageContaining("als has no parameter factros")
        .withMessageContaining("factors");
  }

  @Test
  void aParameterOutOfRangeIsRefused() {
    Algorithm als = Algorithms.named("als").orElseThrow();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> als.trainer(TrainingSettings.of(1, 1).withValues(Map.of("factors", 0.0))))
        .withMessageContaining("factors");
  }

  @Test
  void drawsStayInTheirRange() {
    SearchSpace space =
        SearchSpace.of(
            new Range("linear", -1, 1, SearchSpace.Scale.LINEAR),
            new Range("log", 0.001, 10, SearchSpace.Scale.LOGARITHMIC),
            new Range("whole", 2, 4, SearchSpace.Scale.WHOLE));
    SeededRandom random = new SeededRandom(9);
    for (int draw = 0; draw < 500; draw++) {
      Map<String, Double> point = space.draw(random);
      assertThat(point.get("linear")).isBetween(-1.0, 1.0);
      assertThat(point.get("log")).isBetween(0.001, 10.0);
      assertThat(point.get("whole")).isIn(2.0, 3.0, 4.0);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Range("log", 0, 1, SearchSpace.Scale.LOGARITHMIC));
  }
}
