package dev.akin.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.app.Recommendations.Reason;
import dev.akin.app.Recommendations.RecommendedItem;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.Price;
import dev.akin.shop.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `strategy=newest`. Of ten cups `cup-3` came three days ago, and costs 3; nobody knows when
/// `cup-none` came. Everybody buys `cup-9`.
final class NewestTest {
  private static final HistorySource ANN = new HistorySource.OfSubject(new UserId("ann"));
  private static final ListOptions NEWEST =
      ListOptions.USUAL
          .withStrategy("newest")
          .with(new Narrowing(null, Set.of(), false, List.of()));

  private final TestShop shop = new TestShop();
  private final RecommendItems recommend = shop.recommendItems();

  NewestTest() {
    for (int days = 0; days < 10; days++) {
      put("cup-" + days, TestShop.NOW.minus(Duration.ofDays(days)), days);
    }
    put("cup-none", null, 50);
    for (int user = 0; user < 30; user++) {
      shop.buy("user-" + user, "cup-9");
    }
    shop.buy("ann", "cup-0");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theNewestComeFirstAndThoseWithoutADateLast(boolean trained) {
    train(trained);

    Recommendations found = recommend.recommend(of(NEWEST.withLimit(20)));

    assertThat(found.strategy()).isEqualTo("newest");
    assertThat(ids(found))
        .containsExactly(
            "cup-0",
            "cup-1",
            "cup-2",
            "cup-3",
            "cup-4",
            "cup-5",
            "cup-6",
            "cup-7",
            "cup-8",
            "cup-9",
            "cup-none");
    assertThat(found.items())
        .allMatch(item -> item.source().equals("newest"))
        .allMatch(item -> item.reasons().equals(List.of(new Reason(null, "new", 1))));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void rulesAndPagesHoldAsInAnyList(boolean trained) {
    train(trained);
    ListOptions dear = NEWEST.with(ListRules.filter("price >= 4")).withLimit(3);
    List<String> walked = new ArrayList<>();
    String cursor = null;
    do {
      Recommendations page = recommend.recommend(new RecommendRequest(ANN, dear, cursor));
      walked.addAll(ids(page));
      cursor = page.cursor();
    } while (cursor != null);

    assertThat(walked)
        .containsExactly("cup-4", "cup-5", "cup-6", "cup-7", "cup-8", "cup-9", "cup-none");
    ListOptions unseen =
        NEWEST.with(new Narrowing("cups > odd", Set.of(), true, List.of())).withLimit(2);
    assertThat(ids(recommend.recommend(of(unseen)))).containsExactly("cup-1", "cup-3");
    ListOptions even = NEWEST.with(new Narrowing("cups > even", Set.of(), true, List.of()));
    assertThat(ids(recommend.recommend(of(even.withLimit(1)))))
        .as("she has bought cup-0")
        .containsExactly("cup-2");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatCameOrWasDatedAMomentAgoCountsByItsDateOfNow(boolean trained) {
    train(trained);
    recommend.recommend(of(NEWEST));
    shop.pass(Duration.ofSeconds(5));
    put("new-old", TestShop.NOW.minus(Duration.ofDays(3).plusHours(1)), 1);
    put("new-undated", null, 1);
    put("cup-8", TestShop.NOW.plusSeconds(30), 8);
    shop.pass(Duration.ofSeconds(1));

    assertThat(ids(recommend.recommend(of(NEWEST.withLimit(7)))))
        .startsWith("cup-8")
        .endsWith("cup-1", "cup-2", "cup-3", "new-old")
        .contains("new-undated", "cup-0");
  }

  @Test
  void itIsTheSameForEverybodyAndInEveryKindOfRequest() {
    shop.retrain().run("t");
    HistorySource nobody = new HistorySource.Given(List.of());

    List<String> newest = ids(recommend.recommend(of(NEWEST)));
    assertThat(ids(recommend.recommend(new RecommendRequest(nobody, NEWEST)))).isEqualTo(newest);
    RecommendedLists lists =
        recommend.recommend(
            new ListsRequest(
                ANN,
                List.of(
                    new ListsRequest.Named("new", NEWEST.withLimit(2)),
                    new ListsRequest.Named("more", NEWEST.withLimit(2)))));
    assertThat(lists.lists())
        .extracting(list -> ids(list.found()))
        .containsExactly(List.of("cup-0", "cup-1"), List.of("cup-2", "cup-3"));
    Explained why =
        recommend.explain(new ExplainRequest(ANN, NEWEST, new ItemId("cup-1"))).orElseThrow();
    assertThat(why.strategy()).isEqualTo("newest");
    assertThat(Objects.requireNonNull(why.score()).rank()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aRankingEndsWithTheUndatedInTheOrderGiven(boolean trained) {
    put("also-none", null, 1);
    train(trained);
    List<ItemId> given =
        List.of(
            new ItemId("cup-none"),
            new ItemId("also-none"),
            new ItemId("cup-5"),
            new ItemId("cup-1"));

    assertThat(ids(recommend.rank(new RankRequest(ANN, given, NEWEST)).order()))
        .containsExactly("cup-1", "cup-5", "cup-none", "also-none");
  }

  private void train(boolean really) {
    if (really) {
      shop.retrain().run("t");
    }
  }

  private void put(String id, @Nullable Instant createdAt, int price) {
    shop.catalog.put(
        List.of(
            new Item(
                new ItemId(id),
                id,
                null,
                List.of(price % 2 == 0 ? "cups > even" : "cups > odd"),
                List.of(),
                new Price(price, "EUR"),
                true,
                createdAt,
                null,
                Map.of())));
  }

  private static RecommendRequest of(ListOptions options) {
    return new RecommendRequest(ANN, options);
  }

  private static List<String> ids(Recommendations found) {
    return found.items().stream().map(RecommendedItem::item).map(ItemId::value).toList();
  }
}
