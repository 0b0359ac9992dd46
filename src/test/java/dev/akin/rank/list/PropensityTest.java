package dev.akin.rank.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.rank.Source;
import dev.akin.rank.explore.Exploration;
import dev.akin.rank.explore.Exposure;
import dev.akin.rank.explore.Newcomers;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The stated probabilities against how often things happen.
final class PropensityTest {
  private static final int ITEMS = 60;
  private static final int RUNS = 20_000;
  private static final long DAY = 86_400_000;
  private static final long NOW = 500 * DAY;
  private static final double DEVIATIONS = 5;

  private record Shown(int place, int item) {}

  @Test
  void theEpsilonPolicyStatesItsProbabilitiesExactly() {
    assertPropensities(new Exploration(0.4, newcomers(), new Exposure(impressions(), null)));
  }

  @Test
  void aPolicyThatKeepsNothingStatesItToo() {
    assertPropensities(new Exploration(1, newcomers(), null));
  }

  @Test
  void theThompsonPolicyStatesItsProbabilitiesExactly() {
    int[] clicks = new int[ITEMS];
    Arrays.setAll(clicks, i -> i % 7);
    assertPropensities(new Exploration(0.5, newcomers(), new Exposure(impressions(), clicks)));
  }

  private static void assertPropensities(Exploration exploration) {
    Map<Shown, Integer> counts = new HashMap<>();
    Map<Shown, Double> stated = new HashMap<>();
    boolean changed = false;
    for (int seed = 0; seed < RUNS; seed++) {
      List<Place> places = list(exploration, seed).places();
      for (int p = 0; p < places.size(); p++) {
        Shown shown = new Shown(p, places.get(p).item());
        counts.merge(shown, 1, Integer::sum);
        double probability = places.get(p).probability();
        Double before = stated.put(shown, probability);
        changed |= before != null && before != probability;
      }
    }
    assertThat(changed).as("a probability that depends on the seed").isFalse();
    double[] sums = new double[6];
    stated.forEach((shown, probability) -> {
      sums[shown.place()] += probability;
      double expected = RUNS * probability;
      double deviation = Math.sqrt(RUNS * probability * (1 - probability));
      assertThat(Math.abs(counts.getOrDefault(shown, 0) - expected))
          .as("%s with probability %s, seen %s", shown, probability, counts.get(shown))
          .isLessThanOrEqualTo(DEVIATIONS * deviation + 1e-6);
    });
    for (double sum : sums) {
      assertThat(sum).as("over everything that was shown at a place").isBetween(0.99, 1 + 1e-9);
    }
  }

  @Test
  void placesAreIndependentOfEachOther() {
    Exploration exploration = new Exploration(0.5, newcomers(), null);
    int both = 0;
    int first = 0;
    int second = 0;
    for (int seed = 0; seed < RUNS; seed++) {
      List<Place> places = list(exploration, seed).places();
      boolean one = places.get(0).placement() instanceof Placement.Explored;
      boolean two = places.get(2).placement() instanceof Placement.Explored;
      first += one ? 1 : 0;
      second += two ? 1 : 0;
      both += one && two ? 1 : 0;
    }

    double expected = (double) first * second / RUNS;
    assertThat(Math.abs(both - expected)).isLessThan(DEVIATIONS * Math.sqrt(RUNS) / 4);
  }

  @Test
  void pinsAndPromotionsAreNotExplored() {
    ListSettings settings =
        ListSettings.plain(6)
            .with(
                new Merchandising(
                    List.of(new Pin(1, 30)),
                    List.of(new Promotion("p", item -> item > 40, 0.5)),
                    List.of()))
            .with(new Exploration(1, newcomers(), null), 4);

    List<Place> places = new ListBuilder(candidates(), settings).build().places();

    assertThat(places.getFirst()).isEqualTo(new Place(30, 30, new Placement.Pinned(), 1));
    assertThat(places)
        .filteredOn(place -> place.placement() instanceof Placement.Promoted)
        .hasSize(3)
        .allMatch(place -> place.probability() == 1);
    assertThat(places)
        .filteredOn(place -> place.placement() instanceof Placement.Explored)
        .hasSize(2);
  }

  @Test
  void whatExplorationDisplacedComesOnTheNextPage() {
    ListSettings settings = ListSettings.plain(4).with(new Exploration(1, newcomers(), null), 11);
    ListBuilder builder = new ListBuilder(candidates(), settings);
    BuiltList first = builder.build();
    Set<Integer> best = new HashSet<>(List.of(0, 1, 2, 3));
    best.removeAll(RandomList.items(first));
    assertThat(best).as("displaced").isNotEmpty();
    assertThat(best).allMatch(item -> first.fate(item) instanceof Fate.Displaced);

    ListSettings plain = ListSettings.plain(4);
    BuiltList second = new ListBuilder(candidates(), plain).build(1, first.shown());

    assertThat(RandomList.items(second)).containsAll(best);
  }

  @Test
  void newItemsAreMarkedAsNew() {
    ListSettings settings = ListSettings.plain(6).with(new Exploration(1, newcomers(), null), 3);

    List<Place> places = new ListBuilder(candidates(), settings).build().places();

    assertThat(places)
        .filteredOn(place -> place.placement() instanceof Placement.Explored)
        .isNotEmpty()
        .allMatch(place -> place.placement().equals(new Placement.Explored(place.item() >= 50)));
  }

  private static BuiltList list(Exploration exploration, long seed) {
    return new ListBuilder(candidates(), ListSettings.plain(6).with(exploration, seed)).build();
  }

  private static Candidates candidates() {
    float[] scores = RandomList.descending(ITEMS);
    return new Candidates(
        ITEMS, List.of(Tier.positive(Source.FACTORS, scores)), List.of(new Rule("all", _ -> true)));
  }

  /// The last ten items are new.
  private static Newcomers newcomers() {
    long[] created = new long[ITEMS];
    Arrays.setAll(created, i -> i >= 50 ? NOW - (i - 50) * 2 * DAY : NOW - 400 * DAY);
    return new Newcomers(created, NOW, null);
  }

  private static int[] impressions() {
    int[] impressions = new int[ITEMS];
    Arrays.setAll(impressions, i -> i * 37 % 100);
    return impressions;
  }
}
