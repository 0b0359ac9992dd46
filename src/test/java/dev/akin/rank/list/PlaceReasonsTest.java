package dev.akin.rank.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.rank.Explanation.Share;
import dev.akin.rank.Reason;
import dev.akin.rank.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlaceReasonsTest {
  private static final List<Share> PAST = List.of(new Share(4, 0.7), new Share(Share.REST, 0.3));
  private static final List<Share> PAIRS = List.of(new Share(8, 1));

  private static final PlaceReasons REASONS =
      new PlaceReasons(
          item -> item == 1 ? PAST : List.of(),
          item -> item == 2 ? PAIRS : List.of(),
          item -> item == 3 ? "Mugs" : null);

  @Test
  void aPersonalItemNamesThePastExactly() {
    assertThat(ranked(1, Source.FACTORS))
        .containsExactly(new Reason.Because(4, 0.7), new Reason.BecauseOfTheRest(0.3));
  }

  @Test
  void anItemBoughtTogetherNamesItsPartner() {
    assertThat(ranked(2, Source.NEIGHBOURS)).containsExactly(new Reason.BoughtTogether(8, 1));
  }

  @Test
  void aModelThatCannotSayIsNamedItself() {
    assertThat(ranked(0, Source.FACTORS)).containsExactly(new Reason.Model(Source.FACTORS));
  }

  @Test
  void popularItemsNameWhere() {
    assertThat(ranked(3, Source.POPULAR)).containsExactly(new Reason.PopularIn("Mugs"));
    assertThat(ranked(0, Source.POPULAR)).containsExactly(new Reason.Popular());
    assertThat(ranked(0, Source.NEWEST)).containsExactly(new Reason.Fresh());
  }

  @Test
  void wishesOfTheShopAndChanceAreNamed() {
    assertThat(of(1, new Placement.Pinned())).containsExactly(new Reason.Pinned());
    assertThat(of(1, new Placement.Promoted("sale"))).containsExactly(new Reason.Promoted("sale"));
    assertThat(of(1, new Placement.Explored(true))).containsExactly(new Reason.Fresh());
    assertThat(of(1, new Placement.Explored(false))).containsExactly(new Reason.Exploration());
  }

  @Test
  void sharesSumToOneAndEveryKindHasItsWord() {
    List<List<Reason>> all =
        List.of(
            ranked(1, Source.FACTORS),
            ranked(2, Source.NEIGHBOURS),
            ranked(3, Source.POPULAR),
            ranked(0, Source.POPULAR),
            ranked(0, Source.FACTORS),
            of(1, new Placement.Pinned()),
            of(1, new Placement.Promoted("sale")),
            of(1, new Placement.Explored(true)),
            of(1, new Placement.Explored(false)));
    assertThat(all)
        .allSatisfy(reasons ->
            assertThat(reasons.stream().mapToDouble(Reason::share).sum())
                .isCloseTo(1, within(1e-12)));
    assertThat(all.stream().flatMap(List::stream).map(Reason::word))
        .containsExactly(
            "item",
            "history",
            "together",
            "popular-in",
            "popular",
            "factors",
            "pin",
            "promotion",
            "new",
            "exploration");
  }

  private static List<Reason> ranked(int item, Source source) {
    return of(item, new Placement.Ranked(source));
  }

  private static List<Reason> of(int item, Placement placement) {
    return REASONS.of(new Place(item, 1, placement, 1));
  }
}
