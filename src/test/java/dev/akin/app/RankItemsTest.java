package dev.akin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.app.ListRules.Boosting;
import dev.akin.app.ListRules.Capping;
import dev.akin.app.ListRules.Pinning;
import dev.akin.app.ListRules.Promoting;
import dev.akin.app.Ranking.Removed;
import dev.akin.app.Recommendations.Reason;
import dev.akin.app.Recommendations.RecommendedItem;
import dev.akin.port.Catalog;
import dev.akin.port.StorageException;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.UserId;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Customer `tea-1` has bought `tea-07`, `tea-09` and others.
final class RankItemsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final ListOptions PLAIN = ListOptions.plain(10, null, null);

  private final TestShop shop = TestShop.stocked();
  private final RecommendItems recommend = shop.recommendItems();

  @Test
  void everyGivenItemIsThereOnceAndTheCustomersTasteComesFirst() {
    shop.retrain().run("t");
    List<ItemId> given = new ArrayList<>(ids("tool-01", "tea-03", "tool-02", "tea-04", "tea-05"));

    List<ItemId> ranked = ranked("tea-1", given);

    assertThat(ranked).containsExactlyInAnyOrderElementsOf(given);
    assertThat(ranked.subList(0, 3)).allMatch(item -> item.value().startsWith("tea"));
    Collections.reverse(given);
    assertThat(ranked("tea-1", given)).as("the scores decide").isEqualTo(ranked);
  }

  @Test
  void theOrderIsThatOfARecommendation() {
    shop.retrain().run("t");
    List<RecommendedItem> list =
        recommend
            .recommend(new RecommendRequest(of("tea-1"), PLAIN.withLimit(40).with(Detail.REASONS)))
            .items();
    List<ItemId> given = new ArrayList<>(list.stream().map(RecommendedItem::item).toList());
    Collections.reverse(given);

    List<RecommendedItem> ranked =
        recommend
            .rank(new RankRequest(of("tea-1"), given, PLAIN.with(Detail.REASONS)))
            .order()
            .items();

    assertThat(list).hasSize(40);
    assertThat(ranked).isEqualTo(list);
  }

  @Test
  void fiveHundredItemsAreRankedAtOnce() {
    shop.catalog.put(
        IntStream.range(0, 460).mapToObj(n -> TestShop.item("more-%03d".formatted(n))).toList());
    shop.retrain().run("t");
    List<ItemId> given =
        Stream.concat(
                IntStream.range(0, 460).mapToObj("more-%03d"::formatted),
                Stream.of("tea", "tool")
                    .flatMap(circle ->
                        IntStream.range(0, 20).mapToObj(n -> "%s-%02d".formatted(circle, n))))
            .map(ItemId::new)
            .toList();

    List<ItemId> ranked = ranked("tea-1", given);

    assertThat(given).hasSize(RankRequest.MOST_ITEMS);
    assertThat(ranked).containsExactlyInAnyOrderElementsOf(given);
    assertThat(ranked.subList(0, 10)).allMatch(item -> item.value().startsWith("tea"));
    assertThat(ranked.subList(40, 500))
        .as("of what nobody ever touched nothing is known: it keeps the order given")
        .isEqualTo(given.subList(0, 460));
  }

  @Test
  void whatARuleRemovesIsNamedWithTheRule() {
    shop.retrain().run("t");
    shop.catalog.put(List.of(soldOut("tea-05")));
    shop.pass(SECOND);
    ListOptions unseen =
        PLAIN
            .with(Narrowing.UNSEEN)
            .with(
                ListRules.of("title != \"The tool-02\"", List.of(), List.of(), List.of(), List.of())
                    .about(new ItemId("tool-01"), Map.of()));

    Ranking ranking =
        recommend.rank(
            new RankRequest(
                of("tea-1"), ids("tool-02", "tea-05", "tool-03", "tea-07", "tool-01"), unseen));

    assertThat(order(ranking)).isEqualTo(ids("tool-03"));
    assertThat(ranking.removed())
        .containsExactly(
            new Removed(new ItemId("tool-02"), "filter"),
            new Removed(new ItemId("tea-05"), "available"),
            new Removed(new ItemId("tea-07"), "excludeSeen"),
            new Removed(new ItemId("tool-01"), "itemId"));
  }

  @Test
  void aBoostMovesItemsUp() {
    shop.retrain().run("t");
    List<ItemId> given = ids("tea-03", "tea-04", "tea-05");
    ItemId last = ranked("tea-1", given).getLast();
    ListRules boost =
        ListRules.of(
            null,
            List.of(new Boosting("title = \"The " + last.value() + "\"", "1000")),
            List.of(),
            List.of(),
            List.of());

    assertThat(order(recommend.rank(new RankRequest(of("tea-1"), given, PLAIN.with(boost)))))
        .startsWith(last);
  }

  @Test
  void whatFillsOrCutsAListHasNoSayInARanking() {
    shop.retrain().run("t");
    List<ItemId> given = ids("tool-01", "tea-03", "tea-07", "tool-02");
    ListOptions cutting =
        PLAIN
            .with(
                new Narrowing(
                    "Nowhere",
                    Set.of(new ItemId("tea-03")),
                    false,
                    List.of(new EventExclusion("purchase", null))))
            .with(
                ListRules.of(
                    null,
                    List.of(),
                    List.of(new Pinning(new ItemId("tool-02"), 1)),
                    List.of(new Promoting("tools", "title = $missing", 1)),
                    List.of(new Capping("categories", 0, 1))))
            .with(new Tuning(0, 0, 1, 1, 1));

    Ranking ranking = recommend.rank(new RankRequest(of("tea-1"), given, cutting));

    assertThat(order(ranking)).isEqualTo(ranked("tea-1", given)).hasSize(4);
    assertThat(ranking.removed()).isEmpty();
  }

  @Test
  void anItemThatCameAfterTheTrainingIsRankedLastAndNotRefused() {
    shop.retrain().run("t");
    recommend.rank(new RankRequest(of("tea-1"), ids("tea-03"), PLAIN));
    shop.catalog.put(List.of(TestShop.item("new-1")));

    List<ItemId> given = ids("new-1", "tool-02", "tea-03");

    assertThat(ranked("tea-1", given))
        .as("within the second in which the feed is not read again")
        .isEqualTo(ids("tea-03", "tool-02", "new-1"));
    shop.pass(SECOND);
    Ranking later = recommend.rank(new RankRequest(of("tea-1"), given, PLAIN.with(Detail.REASONS)));
    assertThat(order(later)).isEqualTo(ids("tea-03", "tool-02", "new-1"));
    assertThat(later.order().items().getLast().source()).isEqualTo("given");
    assertThat(later.order().items().getLast().reasons())
        .containsExactly(new Reason(null, "given", 1));
  }

  @Test
  void anItemThatNobodyKnowsIsRefusedWithItsPlace() {
    shop.retrain().run("t");

    refused(() -> ranked("tea-1", ids("tea-03", "tee-04")), "unknown_item", "items[1]");
    refused(() -> ranked("tea-1", ids("tea-03", "tea-04", "tea-03")), "duplicate", "items[2]");
    refused(() -> ranked("tea-1", ids()), "too_few", "items");
    refused(
        () -> ranked("tea-1", IntStream.range(0, 501).mapToObj(n -> new ItemId("i" + n)).toList()),
        "too_many",
        "items");
  }

  @Test
  void strangersSeeWhatIsPopularFirst() {
    for (int user = 0; user < 30; user++) {
      shop.buy("fan-" + user, "tool-13");
    }
    shop.retrain().run("t");

    Ranking ranking =
        recommend.rank(new RankRequest(of("nobody"), ids("tea-03", "tool-13", "tool-02"), PLAIN));

    assertThat(order(ranking)).startsWith(new ItemId("tool-13"));
    assertThat(ranking.order().strategy()).isEqualTo("popular");
  }

  @Test
  void beforeTheFirstTrainingTheOrderGivenStays() {
    shop.catalog.put(
        IntStream.range(0, 300).mapToObj(n -> TestShop.item("zz-%03d".formatted(n))).toList());
    List<ItemId> given = ids("zz-299", "tool-01", "tea-03", "zz-001");

    Ranking ranking = recommend.rank(new RankRequest(of("tea-1"), given, PLAIN));

    assertThat(order(ranking))
        .as("also of items beyond the page that stands in for a release")
        .isEqualTo(given);
    assertThat(ranking.order().release()).isNull();
    refused(() -> ranked("tea-1", ids("tea-03", "no-such")), "unknown_item", "items[1]");
  }

  @Test
  void aFaultOfTheCatalogueCostsNoAnswer() {
    shop.retrain().run("t");
    RecommendItems cut = shop.recommendItems(shop.events, unreadable(), shop.releases);

    assertThat(order(cut.rank(new RankRequest(of("tea-1"), ids("no-such", "tea-03"), PLAIN))))
        .as("whether the shop has it cannot be told")
        .isEqualTo(ids("tea-03", "no-such"));
  }

  private static Catalog unreadable() {
    return (Catalog)
        Proxy.newProxyInstance(
            Catalog.class.getClassLoader(),
            new Class<?>[] {Catalog.class},
            (_, _, _) -> {
              throw new StorageException("the catalogue is out");
            });
  }

  private static void refused(Runnable call, String code, String field) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            InvalidFieldException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(code);
              assertThat(refused.field()).isEqualTo(field);
              assertThat(refused.remedy()).isNotBlank();
            });
  }

  private List<ItemId> ranked(String user, List<ItemId> given) {
    return order(recommend.rank(new RankRequest(of(user), given, PLAIN)));
  }

  private static List<ItemId> order(Ranking ranking) {
    return ranking.order().items().stream().map(RecommendedItem::item).toList();
  }

  private static HistorySource of(String user) {
    return new HistorySource.OfSubject(new UserId(user));
  }

  private static List<ItemId> ids(String... ids) {
    return Stream.of(ids).map(ItemId::new).toList();
  }

  private static Item soldOut(String id) {
    return new Item(
        new ItemId(id), "The " + id, null, List.of(), List.of(), null, false, null, null, Map.of());
  }
}
