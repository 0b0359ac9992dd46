package dev.akin.rank.list;

import static dev.akin.rank.list.ListBuilderTest.candidates;
import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.math.RandomCases;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FateTest {
  private static final Candidates SHOP =
      candidates(new float[] {9, 8, 7, 6, 0, 0}, new float[] {0, 0, 0, 0, 3, 0});

  @Test
  void itemsOnThePageKnowTheirPlace() {
    BuiltList list = list(SHOP, ListSettings.plain(2));

    assertThat(list.fate(0)).isEqualTo(new Fate.Shown(1));
    assertThat(list.fate(1)).isEqualTo(new Fate.Shown(2));
  }

  @Test
  void othersKnowTheirRankAndWhatBoostsDid() {
    Relevance boosted = new Relevance(0, List.of(item -> item == 3 ? 1.25 : 1));
    BuiltList list = list(SHOP, ListSettings.plain(1).with(boosted));

    assertThat(list.fate(3)).isEqualTo(new Fate.Outranked(3, 1.25));
    assertThat(list.fate(2)).isEqualTo(new Fate.Outranked(4, 1));
    assertThat(list.fate(4)).isEqualTo(new Fate.Outranked(5, 1));
    assertThat(list.fate(5)).isEqualTo(new Fate.Unscored());
  }

  @Test
  void theFirstRuleThatIsNotMetIsNamed() {
    Candidates ruled =
        new Candidates(
            6,
            SHOP.tiers(),
            List.of(new Rule("available", item -> item != 1), new Rule("price", item -> item > 2)));
    BuiltList list = list(ruled, ListSettings.plain(2));

    assertThat(list.fate(1)).isEqualTo(new Fate.Removed("available"));
    assertThat(list.fate(0)).isEqualTo(new Fate.Removed("price"));
    assertThat(list.fate(3)).isEqualTo(new Fate.Shown(1));
  }

  @Test
  void capsAreNamed() {
    Merchandising capped = Merchandising.caps(Cap.of("brand", new int[] {0, 0, 0, 1, 1, 1}, 1));
    BuiltList list = list(SHOP, ListSettings.plain(2).with(capped));

    assertThat(list.fate(1)).isEqualTo(new Fate.Capped("brand", 2));
    assertThat(list.fate(3)).isEqualTo(new Fate.Shown(2));
  }

  @Test
  void weakItemsKnowHowWeakTheyAre() {
    BuiltList list = list(SHOP, ListSettings.plain(9).with(new Relevance(0.8, List.of())));

    assertThat(list.fate(2)).isEqualTo(new Fate.BelowRelevance(7 / 9.0, 0.8));
    assertThat(list.fate(4)).isEqualTo(new Fate.BelowRelevance(0, 0.8));
  }

  @Test
  void itemsOfOtherPagesAreNotAwaited() {
    ListSettings settings = ListSettings.plain(2).with(Merchandising.pins(new Pin(4, 1)));
    BitSet shown = new BitSet();
    shown.set(0);

    BuiltList list = new ListBuilder(SHOP, settings).build(0, shown);

    assertThat(list.fate(0)).isEqualTo(new Fate.ShownBefore());
    assertThat(list.fate(1)).isEqualTo(new Fate.PinnedElsewhere(4));
    assertThat(list.hasMore(list.shown())).isTrue();
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void everyItemHasAFateThatAgreesWithThePage(RandomCases.Case given) {
    RandomList shop = RandomList.of(given);
    BuiltList list = new ListBuilder(shop.candidates(), shop.busy()).build();
    for (int item = 0; item < shop.candidates().items(); item++) {
      boolean onPage = RandomList.items(list).contains(item);
      Fate fate = list.fate(item);
      assertThat(fate instanceof Fate.Shown).isEqualTo(onPage);
      if (!onPage) {
        assertThat(fate instanceof Fate.Removed).isEqualTo(!shop.candidates().allowed(item));
      }
    }
  }

  private static BuiltList list(Candidates candidates, ListSettings settings) {
    return new ListBuilder(candidates, settings).build();
  }
}
