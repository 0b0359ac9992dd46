package dev.akin.rank.list;

import static dev.akin.rank.list.ListBuilderTest.candidates;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.akin.math.RandomCases;
import dev.akin.math.SeededRandom;
import dev.akin.rank.Source;
import dev.akin.rank.explore.Exploration;
import dev.akin.rank.explore.Newcomers;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MerchandisingTest {
  private static final Source FACTORS = Source.FACTORS;

  @Test
  void pinsAreExactlyWhereTheyShouldBe() {
    Candidates candidates = candidates(new float[] {9, 8, 7, 6, 5, 4}, new float[6]);

    BuiltList list = build(candidates, 4, Merchandising.pins(new Pin(3, 0), new Pin(1, 5)));

    assertThat(RandomList.items(list)).containsExactly(5, 1, 0, 2);
    assertThat(list.places().get(2).placement()).isEqualTo(new Placement.Pinned());
    assertThat(list.places().get(1).placement()).isEqualTo(new Placement.Ranked(FACTORS));
  }

  @Test
  void aPinOfALaterPageWaitsForIt() {
    Candidates candidates = candidates(new float[] {9, 8, 7, 6, 5, 4}, new float[6]);
    ListSettings settings = ListSettings.plain(2).with(Merchandising.pins(new Pin(4, 0)));
    ListBuilder builder = new ListBuilder(candidates, settings);

    BuiltList first = builder.build();
    BuiltList second = builder.build(1, first.shown());

    assertThat(RandomList.items(first)).containsExactly(1, 2);
    assertThat(RandomList.items(second)).containsExactly(3, 0);
  }

  @Test
  void aPinThatMustNotBeShownLeavesItsPlaceToTheRanking() {
    Candidates open = candidates(new float[] {9, 8, 7}, new float[3]);
    Candidates soldOut =
        new Candidates(3, open.tiers(), List.of(new Rule("available", item -> item != 2)));
    Merchandising pins = Merchandising.pins(new Pin(1, 2));

    assertThat(RandomList.items(build(soldOut, 2, pins))).containsExactly(0, 1);
    BitSet shownAlready = new BitSet();
    shownAlready.set(2);
    BuiltList other =
        new ListBuilder(open, ListSettings.plain(2).with(pins)).build(0, shownAlready);
    assertThat(RandomList.items(other)).containsExactly(0, 1);
  }

  @Test
  void aShortListClosesItsGaps() {
    Candidates candidates = candidates(new float[] {9, 8, 0}, new float[3]);

    assertThat(RandomList.items(build(candidates, 9, Merchandising.pins(new Pin(7, 2)))))
        .containsExactly(0, 1, 2);
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void promotionsGetTheirExactShareSpreadEvenly(RandomCases.Case given) {
    SeededRandom random = given.random();
    int limit = 1 + random.nextInt(40);
    double share = random.nextDouble();
    float[] scores = RandomList.descending(200);
    Promotion promotion = new Promotion("brand week", item -> item >= 100, share);

    BuiltList list =
        build(candidates(scores, new float[200]), limit, Merchandising.promotions(promotion));

    int[] places =
        IntStream.range(0, limit)
            .filter(i -> list.places().get(i).placement() instanceof Placement.Promoted)
            .toArray();
    int expected = (int) Math.floor(share * limit + 0.5);
    assertThat(places).hasSize(expected);
    for (int j = 0; j < expected; j++) {
      assertThat(list.places().get(places[j]).item()).isEqualTo(100 + j);
      assertThat((double) places[j])
          .isBetween((double) j * limit / expected - 1, (j + 1.0) * limit / expected);
    }
  }

  @Test
  void promotionsShareAPageByTheirShares() {
    float[] scores = RandomList.descending(100);
    Merchandising two =
        Merchandising.promotions(
            new Promotion("odd", item -> item % 2 == 1, 0.3),
            new Promotion("late", item -> item >= 50, 0.3));

    BuiltList list = build(candidates(scores, new float[100]), 10, two);

    Map<String, Integer> counts = new HashMap<>();
    list.places().forEach(place -> counts.merge(place.placement().word(), 1, Integer::sum));
    assertThat(counts).containsEntry("promotion", 6).containsEntry("factors", 4);
    assertThat(list.places())
        .filteredOn(place -> place.placement().equals(new Placement.Promoted("late")))
        .extracting(Place::item)
        .containsExactly(50, 51, 52);
    assertThat(list.places())
        .filteredOn(place -> place.placement().equals(new Placement.Promoted("odd")))
        .extracting(Place::item)
        .containsExactly(1, 3, 5);
  }

  @Test
  void pinsAndPromotionsTogetherNeverExceedThePage() {
    Candidates candidates = candidates(new float[] {5, 4, 3, 2}, new float[4]);
    Merchandising all =
        new Merchandising(
            List.of(new Pin(1, 3), new Pin(2, 2)),
            List.of(new Promotion("everything", _ -> true, 1)),
            List.of());

    BuiltList list = build(candidates, 3, all);

    assertThat(RandomList.items(list)).containsExactly(3, 2, 0);
    assertThat(list.places().get(2).placement()).isEqualTo(new Placement.Promoted("everything"));
  }

  @Test
  void aPromotionWithoutItemsLeavesItsPlacesToTheRanking() {
    Candidates candidates = candidates(new float[] {5, 4, 3}, new float[3]);

    BuiltList list =
        build(candidates, 2, Merchandising.promotions(new Promotion("none", _ -> false, 0.5)));

    assertThat(RandomList.items(list)).containsExactly(0, 1);
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void capsHoldUnlessNothingElseIsLeft(RandomCases.Case given) {
    RandomList shop = RandomList.of(given);
    Cap cap = Cap.of("brand", shop.brands(), 2);
    ListSettings settings =
        shop.plain()
            .with(Variety.of(0.5, shop.similarity()))
            .with(
                new Exploration(0.7, new Newcomers(shop.createdAt(), RandomList.NOW, null), null),
                given.seed());

    BuiltList soft =
        new ListBuilder(shop.candidates(), settings.with(Merchandising.caps(cap))).build();
    BuiltList hard =
        new ListBuilder(shop.candidates(), settings.with(Merchandising.caps(cap.asStrict())))
            .build();

    assertThat(mostOfOneBrand(hard, shop.brands())).isLessThanOrEqualTo(2);
    assertThat(hard.capsRelaxed()).isFalse();
    assertThat(soft.places()).hasSize(Math.min(shop.limit(), shop.order().size()));
    assertThat(soft.capsRelaxed()).isEqualTo(hard.places().size() < soft.places().size());
    if (!soft.capsRelaxed()) {
      assertThat(soft.places()).isEqualTo(hard.places());
    }
    long possible =
        IntStream.range(-1, 4)
            .map(brand -> {
              int count =
                  (int) shop.order().stream().filter(i -> shop.brands()[i] == brand).count();
              return brand < 0 ? count : Math.min(2, count);
            })
            .sum();
    assertThat(hard.places()).hasSize((int) Math.min(shop.limit(), possible));
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void aStrictCapHoldsOverAllPagesAndThenThereIsNoMore(RandomCases.Case given) {
    RandomList shop = RandomList.of(given);
    Cap cap = Cap.of("brand", shop.brands(), 2).asStrict();
    List<Promotion> promotions =
        List.of(
            new Promotion("brand week", item -> shop.brands()[item] == 1, 0.6),
            new Promotion("new", item -> item % 3 == 0, 0.4));
    Merchandising capped =
        new Merchandising(List.of(), promotions.subList(0, (int) (given.seed() % 3)), List.of(cap));
    ListBuilder builder = new ListBuilder(shop.candidates(), shop.plain().with(capped));

    BitSet shown = new BitSet();
    BuiltList list = builder.build(0, shown);
    int pages = 1;
    while (list.hasMore(list.shown())) {
      shown = list.shown();
      list = builder.build(pages++, shown);
      assertThat(list.places()).as("a page that was promised").isNotEmpty();
    }

    List<Integer> all = list.shown().stream().boxed().toList();
    for (int item : shop.order()) {
      int brand = shop.brands()[item];
      long ofBrand = all.stream().filter(other -> shop.brands()[other] == brand).count();
      if (brand >= 0) {
        assertThat(ofBrand).isLessThanOrEqualTo(2);
      }
      assertThat(all.contains(item) || (brand >= 0 && ofBrand == 2)).isTrue();
    }
  }

  @Test
  void aCapLooksBeyondThePoolOfADominantBrand() {
    int items = 5000;
    float[] scores = RandomList.descending(items);
    int[] brands = new int[items];
    Arrays.setAll(brands, i -> i < 4990 ? 0 : i);

    BuiltList list =
        build(candidates(scores, new float[items]), 5, Merchandising.caps(Cap.of("b", brands, 1)));

    assertThat(RandomList.items(list)).containsExactly(0, 4990, 4991, 4992, 4993);
    assertThat(list.capsRelaxed()).isFalse();
  }

  @Test
  void everyCapHoldsAndEveryValueCounts() {
    Candidates candidates = candidates(new float[] {9, 8, 7, 6, 5}, new float[5]);
    int[][] categories = {{1, 2}, {2}, {1}, {3}, {}};
    Cap byCategory = new Cap("category", item -> categories[item], 1, true);
    Cap byBrand = Cap.of("brand", new int[] {0, 1, 2, 2, 2}, 1).asStrict();

    assertThat(RandomList.items(build(candidates, 5, Merchandising.caps(byCategory))))
        .containsExactly(0, 3, 4);
    assertThat(RandomList.items(build(candidates, 5, Merchandising.caps(byCategory, byBrand))))
        .containsExactly(0, 3);
  }

  @Test
  void pinsCountTowardsCaps() {
    Candidates candidates = candidates(new float[] {9, 8, 7, 6}, new float[4]);
    Merchandising pinned =
        new Merchandising(
            List.of(new Pin(3, 3)), List.of(), List.of(Cap.of("brand", new int[] {0, 1, 2, 0}, 1)));

    assertThat(RandomList.items(build(candidates, 3, pinned))).containsExactly(1, 2, 3);
  }

  @Test
  void aPromotionKeepsAStrictCapOneItemAfterTheOther() {
    Candidates candidates = candidates(new float[] {9, 8, 7, 6, 5, 4}, new float[6]);
    Cap cap = Cap.of("brand", new int[] {3, 0, 0, 0, 1, 1}, 1);
    List<Promotion> week =
        List.of(
            new Promotion("week", item -> item > 0, 0.75),
            new Promotion("late", item -> item == 5, 0.25));

    BuiltList strict =
        build(candidates, 4, new Merchandising(List.of(), week, List.of(cap.asStrict())));
    BuiltList soft = build(candidates, 4, new Merchandising(List.of(), week, List.of(cap)));

    assertThat(RandomList.items(strict)).containsExactly(1, 4, 0);
    assertThat(strict.places().get(1).placement()).isEqualTo(new Placement.Promoted("week"));
    assertThat(strict.fate(2)).isEqualTo(new Fate.Capped("brand", 3));
    assertThat(strict.fate(5)).isEqualTo(new Fate.Capped("brand", 6));
    assertThat(RandomList.items(soft)).containsExactly(1, 2, 5, 3);
  }

  @Test
  void aStrictCapCountsPinsAndRemovesNone() {
    Candidates candidates = candidates(new float[] {9, 8, 7, 6}, new float[4]);
    Cap cap = Cap.of("brand", new int[] {0, 0, 0, 1}, 1).asStrict();
    Merchandising pinned =
        new Merchandising(
            List.of(new Pin(2, 1), new Pin(3, 2), new Pin(5, 0)),
            List.of(new Promotion("brand week", item -> item == 0, 0.5)),
            List.of(cap));
    ListBuilder builder = new ListBuilder(candidates, ListSettings.plain(4).with(pinned));

    BuiltList first = builder.build();
    BuiltList second = builder.build(1, first.shown());

    assertThat(RandomList.items(first)).containsExactly(3, 1, 2);
    assertThat(first.hasMore(first.shown())).isTrue();
    assertThat(RandomList.items(second)).containsExactly(0);
    assertThat(second.places().getFirst().placement()).isEqualTo(new Placement.Pinned());
  }

  @Test
  void contradictionsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Merchandising.pins(new Pin(1, 2), new Pin(1, 3)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Merchandising.pins(new Pin(1, 2), new Pin(2, 2)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Pin(0, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> Cap.of("brand", new int[1], 0));
    Promotion most = new Promotion("most", _ -> true, 0.7);
    assertThatIllegalArgumentException().isThrownBy(() -> Merchandising.promotions(most, most));
    assertThatIllegalArgumentException().isThrownBy(() -> new Promotion("x", _ -> true, 1.2));
  }

  private static BuiltList build(Candidates candidates, int limit, Merchandising merchandising) {
    return new ListBuilder(candidates, ListSettings.plain(limit).with(merchandising)).build();
  }

  private static int mostOfOneBrand(BuiltList list, int[] brands) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int item : RandomList.items(list)) {
      if (brands[item] >= 0) {
        counts.merge(brands[item], 1, Integer::sum);
      }
    }
    return counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }
}
