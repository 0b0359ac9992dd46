package dev.akin.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.app.ListRules.Pinning;
import dev.akin.app.ListRules.Promoting;
import dev.akin.app.Recommendations.RecommendedItem;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.UserId;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A shop before its first training that has one item more than the page that its lists are made
/// of. No item has a date.
final class UntrainedExplainTest {
  private static final int PAGE = 200;
  private static final HistorySource ANN = new HistorySource.OfSubject(new UserId("ann"));

  private final TestShop shop = new TestShop();
  private final RecommendItems recommend = shop.recommendItems();
  private ItemId beyond = new ItemId("item");

  @BeforeEach
  void stock() {
    shop.catalog.put(
        IntStream.rangeClosed(0, PAGE)
            .mapToObj(n -> Item.bare(new ItemId("item-%03d".formatted(n))))
            .toList());
    shop.pass(Duration.ofHours(1));
    List<Item> page = shop.catalog.page(null, PAGE).items();
    beyond =
        shop.catalog.page(null, PAGE + 1).items().stream()
            .filter(item -> !page.contains(item))
            .findFirst()
            .orElseThrow()
            .id();
  }

  @Test
  void anItemBeyondTheFirstPageIsInNoListAndSaidToBeInNone() {
    for (ListOptions options : List.of(ListOptions.USUAL, wanted())) {
      assertThat(list(options)).doesNotContain(beyond);

      Explained explained = explain(beyond, options);
      assertThat(explained.verdict().outcome()).isEqualTo(Verdict.UNSCORED);
      assertThat(explained.verdict().position()).isNull();
      assertThat(explained.verdict().because())
          .isEqualTo(
              "Before the first training lists are made of the catalogue's first page; this item"
                  + " is beyond it.");
      assertThat(explained.score()).isNull();
      assertThat(explained.reasons()).isEmpty();
      assertThat(explained.known()).isEqualTo(new Explained.Known(false, true));
    }
  }

  @Test
  void itemsOfThePageAreStillSaidToBeWhereTheyAre() {
    List<ItemId> list = list(ListOptions.USUAL);

    for (int place = 0; place < list.size(); place++) {
      assertThat(explain(list.get(place), ListOptions.USUAL).verdict().position())
          .isEqualTo(place + 1);
    }
  }

  @Test
  void whatAnOptionRemovesIsSaidToBeRemovedByIt() {
    ListOptions options =
        ListOptions.USUAL.with(
            ListRules.of("price < 1", List.of(), List.of(), List.of(), List.of()));

    assertThat(explain(beyond, options).verdict().rule()).isEqualTo("filter");
  }

  @Test
  void anItemThatCameSinceThePageWasReadIsShown() {
    list(ListOptions.USUAL);
    shop.pass(Duration.ofSeconds(2));
    ItemId fresh = new ItemId("fresh");
    shop.catalog.put(List.of(Item.bare(fresh)));
    shop.pass(Duration.ofSeconds(2));

    assertThat(list(ListOptions.USUAL)).contains(fresh);
    assertThat(explain(fresh, ListOptions.USUAL).verdict().outcome()).isEqualTo(Verdict.SHOWN);
  }

  @Test
  void aRankingHasAllItemsThatAreGivenInTheirOrder() {
    List<ItemId> given = List.of(new ItemId("item-007"), beyond, new ItemId("item-003"));

    assertThat(
            recommend.rank(new RankRequest(ANN, given, ListOptions.USUAL)).order().items().stream()
                .map(RecommendedItem::item))
        .containsExactlyElementsOf(given);
  }

  /// Options that would lead the item to the top if anything could.
  private ListOptions wanted() {
    return ListOptions.USUAL.with(
        ListRules.of(
            null,
            List.of(),
            List.of(new Pinning(beyond, 1)),
            List.of(new Promoting("all", "available", 0.5)),
            List.of()));
  }

  private List<ItemId> list(ListOptions options) {
    return recommend.recommend(new RecommendRequest(ANN, options)).items().stream()
        .map(RecommendedItem::item)
        .toList();
  }

  private Explained explain(ItemId item, ListOptions options) {
    return recommend.explain(new ExplainRequest(ANN, options, item)).orElseThrow();
  }
}
