package dev.akin.rank.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.akin.math.RandomCases;
import dev.akin.rank.Source;
import dev.akin.rank.diversity.Similarity;
import dev.akin.rank.explore.Exploration;
import dev.akin.rank.score.Impression;
import dev.akin.rank.score.Rotation;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ListBuilderTest {
  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void withoutWishesTheListIsTheTopOfTheOrder(RandomCases.Case given) {
    RandomList shop = RandomList.of(given);

    BuiltList list = new ListBuilder(shop.candidates(), shop.plain()).build();

    List<Integer> order = shop.order();
    assertThat(RandomList.items(list))
        .isEqualTo(order.subList(0, Math.min(shop.limit(), order.size())));
    assertThat(list.places()).allMatch(place -> place.probability() == 1);
    assertThat(list.hasMore(list.shown())).isEqualTo(order.size() > shop.limit());
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void zeroDiversityIsExactlyThePlainOrder(RandomCases.Case given) {
    RandomList shop = RandomList.of(given);
    ListSettings settings = shop.plain().with(Variety.of(0, shop.similarity()));

    assertThat(new ListBuilder(shop.candidates(), settings).build().places())
        .isEqualTo(new ListBuilder(shop.candidates(), shop.plain()).build().places());
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void whateverIsWishedTheListIsFullAndDistinctAndAllowed(RandomCases.Case given) {
    RandomList shop = RandomList.of(given);

    BuiltList list = new ListBuilder(shop.candidates(), shop.busy()).build();

    Set<Integer> items = new HashSet<>(RandomList.items(list));
    assertThat(items).hasSize(list.places().size());
    assertThat(items).allMatch(shop.candidates()::allowed);
    assertThat(list.places().size()).isGreaterThanOrEqualTo(full(shop));
    assertThat(list.places())
        .allMatch(place -> place.probability() > 0 && place.probability() <= 1);
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void theSameArgumentsMakeTheSameList(RandomCases.Case given) {
    RandomList shop = RandomList.of(given);
    RandomList again = RandomList.of(given);

    assertThat(new ListBuilder(shop.candidates(), shop.busy()).build().places())
        .isEqualTo(new ListBuilder(again.candidates(), again.busy()).build().places());
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void pagesNeverRepeatAndReachEverything(RandomCases.Case given) {
    RandomList shop = RandomList.of(given);
    ListBuilder builder = new ListBuilder(shop.candidates(), shop.busy());
    BitSet taken = new BitSet();
    int page = 0;
    boolean more = true;
    while (more) {
      BuiltList list = builder.build(page++, taken);
      assertThat(RandomList.items(list)).noneMatch(taken::get);
      taken = list.shown();
      more = list.hasMore(taken);
      assertThat(page).as("pages of a walk that ends").isLessThan(100);
    }

    assertThat(shop.order()).allMatch(taken::get);
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void plainPagesAreTheOrderCutIntoPieces(RandomCases.Case given) {
    RandomList shop = RandomList.of(given);
    ListBuilder builder = new ListBuilder(shop.candidates(), shop.plain());
    List<Integer> order = shop.order();

    BuiltList second = builder.build(1, builder.build().shown());

    assertThat(RandomList.items(second))
        .isEqualTo(
            order.subList(
                Math.min(shop.limit(), order.size()), Math.min(2 * shop.limit(), order.size())));
  }

  @Test
  void aBoostedItemPassesOthersOfItsTierOnly() {
    Candidates candidates = candidates(new float[] {3, 2, -1, 0}, new float[] {0, 0, 0, 9});
    Relevance boosted = new Relevance(0, List.of(item -> item == 1 || item == 3 ? 100 : 1));

    BuiltList list = new ListBuilder(candidates, ListSettings.plain(9).with(boosted)).build();

    assertThat(RandomList.items(list)).containsExactly(1, 0, 3);
    assertThat(list.places().getFirst().score()).isEqualTo(200);
  }

  @Test
  void whatWasShownInVainIsShownLater() {
    Candidates candidates = candidates(new float[] {5, 4, 3, 2}, new float[4]);
    Rotation rotation =
        Rotation.of(
            0.5,
            1000,
            7000,
            List.of(new Impression(0, 7000, false), new Impression(1, 7000, true)));
    Relevance rotated = new Relevance(0, List.of(rotation));

    BuiltList list = new ListBuilder(candidates, ListSettings.plain(4).with(rotated)).build();

    assertThat(RandomList.items(list)).containsExactly(1, 2, 0, 3);
  }

  @Test
  void aMinimumOfRelevanceShutsOutTheWeakAndTheMerelyPopular() {
    Candidates candidates = candidates(new float[] {10, 6, 1, 0, 0}, new float[] {9, 9, 9, 9, 9});

    assertThat(relevant(candidates, MinimumRelevance.LOW)).containsExactly(0, 1, 2, 3, 4);
    assertThat(relevant(candidates, MinimumRelevance.MEDIUM)).containsExactly(0, 1);
    assertThat(relevant(candidates, MinimumRelevance.HIGH)).containsExactly(0, 1);
    assertThat(
            relevant(candidates(new float[5], new float[] {1, 9, 8, 0, 2}), MinimumRelevance.HIGH))
        .as("nobody is known well enough: popular items are measured by themselves")
        .containsExactly(1, 2);
    assertThat(MinimumRelevance.of("high")).contains(MinimumRelevance.HIGH);
    assertThat(MinimumRelevance.of("HIGH")).isEmpty();
  }

  @Test
  void relevanceIsMeasuredFromTheLowestWhereThereIsNoZero() {
    Tier logits = Tier.every(Source.FACTORS, new float[] {-1, -2, -3.1f, -5, Float.NaN});
    Candidates candidates = new Candidates(5, List.of(logits), List.of());

    assertThat(relevant(candidates, MinimumRelevance.HIGH)).containsExactly(0, 1);
  }

  @Test
  void noveltyLowersWhatEverybodyKnows() {
    Candidates candidates = candidates(new float[] {10, 9.9f, 1}, new float[3]);
    float[] popularity = {1000, 1, 1};
    Variety novel = new Variety(0, Similarity.NONE, 0.5, popularity);

    BuiltList list = new ListBuilder(candidates, ListSettings.plain(3).with(novel)).build();

    assertThat(RandomList.items(list)).containsExactly(1, 0, 2);
  }

  @Test
  void emptyInputMakesEmptyLists() {
    ListSettings busy =
        ListSettings.plain(3)
            .with(Variety.of(1, Similarity.NONE))
            .with(new Exploration(1, null, null), 1);
    BuiltList nothing = new ListBuilder(new Candidates(0, List.of(), List.of()), busy).build();
    BuiltList unscored =
        new ListBuilder(candidates(new float[] {Float.NaN, 0}, new float[2]), busy).build();

    assertThat(nothing.places()).isEmpty();
    assertThat(nothing.hasMore(new BitSet())).isFalse();
    assertThat(unscored.places()).isEmpty();
  }

  @Test
  void impossibleSettingsAreRefused() {
    Candidates candidates = candidates(new float[2], new float[2]);
    ListBuilder builder = new ListBuilder(candidates, ListSettings.plain(10));
    ListSettings pinned = ListSettings.plain(1).with(Merchandising.pins(new Pin(1, 2)));

    assertThatIllegalArgumentException().isThrownBy(() -> ListSettings.plain(0));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.build(-1, new BitSet()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.build(Integer.MAX_VALUE, new BitSet()));
    assertThatIllegalArgumentException().isThrownBy(() -> new ListBuilder(candidates, pinned));
    assertThatIllegalArgumentException().isThrownBy(() -> Variety.of(1.5, Similarity.NONE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Variety(0, Similarity.NONE, Double.NaN, new float[0]));
    assertThatIllegalArgumentException().isThrownBy(() -> new Relevance(-0.1, List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> candidates(new float[1], new float[2]));
  }

  private static List<Integer> relevant(Candidates candidates, MinimumRelevance minimum) {
    Relevance relevance = new Relevance(minimum.share(), List.of());
    return RandomList.items(
        new ListBuilder(candidates, ListSettings.plain(9).with(relevance)).build());
  }

  static Candidates candidates(float[] personal, float[] popular) {
    return new Candidates(
        personal.length,
        List.of(Tier.positive(Source.FACTORS, personal), Tier.positive(Source.POPULAR, popular)),
        List.of());
  }

  private static int full(RandomList shop) {
    return Math.min(shop.limit(), shop.order().size());
  }
}
