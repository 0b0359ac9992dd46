package dev.akin.rank.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.akin.math.RandomCases;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ExplorationTest {
  private static final long DAY = 86_400_000;
  private static final long NOW = 100 * DAY;

  /// Ages in days: 0, 14, 29, 31, unknown, of the future.
  private static final long[] CREATED = {
    NOW, NOW - 14 * DAY, NOW - 29 * DAY, NOW - 31 * DAY, Long.MIN_VALUE, NOW + 9 * DAY
  };

  @Test
  void freshnessHalvesAndEnds() {
    Newcomers newcomers = new Newcomers(CREATED, NOW, null);

    assertThat(newcomers.freshness(0)).isEqualTo(1);
    assertThat(newcomers.freshness(1)).isCloseTo(0.5, within(1e-6));
    assertThat(newcomers.freshness(2)).isBetween(0.2, 0.3);
    assertThat(newcomers.freshness(3)).isZero();
    assertThat(newcomers.freshness(4)).isZero();
    assertThat(newcomers.freshness(5)).isEqualTo(1);
  }

  @Test
  void newItemsThatFitComeFirst() {
    float[] fit = {0, 0.9f, 0.1f, 9, 9, -1};
    Newcomers newcomers = new Newcomers(CREATED, NOW, fit);

    assertThat(newcomers.best(10, _ -> true)).containsExactly(1, 2, 0, 5);
    assertThat(newcomers.best(2, item -> item != 2)).containsExactly(1, 0);
    assertThat(new Newcomers(CREATED, NOW, null).best(10, _ -> true)).containsExactly(0, 5, 1, 2);
  }

  @Test
  void theChanceDecaysWithAgeAndImpressions() {
    Newcomers newcomers = new Newcomers(CREATED, NOW, null);
    Exposure exposure = new Exposure(new int[] {0, 0, 0, 20, 60, 20}, null);
    Exploration exploration = new Exploration(0.1, newcomers, exposure);

    assertThat(alone(exploration, 0)).isCloseTo(0.1, within(1e-6));
    assertThat(alone(exploration, 1)).isCloseTo(0.05, within(1e-6));
    assertThat(alone(exploration, 5)).isCloseTo(0.05, within(1e-6));
    assertThat(alone(exploration, 3)).isCloseTo(0.1 * 0.25 / 2, within(1e-6));
    assertThat(alone(exploration, 4)).isCloseTo(0.1 * 0.25 / 4, within(1e-6));
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void lotsAreDisjointAndTakeAtMostTheRate(RandomCases.Case given) {
    double rate = given.random().nextDouble();
    int places = 1 + given.size() / 4;
    int[] arrivals = IntStream.range(0, given.size()).toArray();
    int[] tail = IntStream.range(given.size(), 5 * given.size()).toArray();
    Exploration exploration = new Exploration(rate, null, null);

    List<Lot> lots = exploration.lots(places, arrivals, tail);

    assertThat(lots).hasSize(places);
    Set<Integer> seen = new HashSet<>();
    for (Lot lot : lots) {
      assertThat(lot.items().length).isLessThanOrEqualTo(Exploration.NEWCOMERS + Exploration.TAIL);
      assertThat(Arrays.stream(lot.items()).allMatch(seen::add)).isTrue();
      assertThat(Arrays.stream(lot.probabilities()).sum()).isBetween(0.0, rate + 1e-12);
      assertThat(lot.keep() + Arrays.stream(lot.probabilities()).sum()).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void everyItemIsDealtWhileThereIsRoom() {
    List<Lot> lots =
        new Exploration(1, null, null)
            .lots(2, new int[] {1, 2, 3}, IntStream.range(10, 30).toArray());

    assertThat(lots.get(0).items()).containsExactly(1, 3, 10, 12, 14, 16);
    assertThat(lots.get(1).items()).containsExactly(2, 11, 13, 15, 17);
  }

  @Test
  void clicksDecideWhereTheyAreKnown() {
    Exposure exposure = new Exposure(new int[] {1000, 1000, 0}, new int[] {100, 10, 0});
    Exploration exploration = new Exploration(0.5, null, exposure);

    Lot lot = exploration.lots(1, new int[0], new int[] {0, 1}).getFirst();

    assertThat(lot.probabilities()[0]).isCloseTo(0.5, within(1e-3));
    assertThat(lot.probabilities()[1]).isLessThan(1e-3);
  }

  @Test
  void aDrawFallsIntoItsShare() {
    Lot lot = new Lot(new int[] {7, 8}, new double[] {0.25, 0.5});

    assertThat(lot.draw(0)).isZero();
    assertThat(lot.draw(0.2499)).isZero();
    assertThat(lot.draw(0.25)).isEqualTo(1);
    assertThat(lot.draw(0.75)).isEqualTo(-1);
    assertThat(lot.keep()).isEqualTo(0.25);
    assertThat(new Lot(new int[0], new double[0]).draw(0)).isEqualTo(-1);
  }

  @Test
  void aRateBeyondItsRangeIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Exploration(1.01, null, null));
    assertThatIllegalArgumentException().isThrownBy(() -> new Exploration(Double.NaN, null, null));
    assertThatIllegalArgumentException().isThrownBy(() -> new Exposure(new int[2], new int[1]));
  }

  private static double alone(Exploration exploration, int item) {
    return exploration.lots(1, new int[] {item}, new int[0]).getFirst().probabilities()[0];
  }
}
