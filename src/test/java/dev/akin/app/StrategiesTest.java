package dev.akin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.app.HistorySource.Past;
import dev.akin.app.Recommendations.Reason;
import dev.akin.app.Recommendations.RecommendedItem;
import dev.akin.app.SimilarRequest.Basis;
import dev.akin.model.ReleaseCodec;
import dev.akin.model.ReleaseManifest;
import dev.akin.shop.Action;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.ItemId;
import dev.akin.shop.UserId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// All models of one release, asked for by name. The shop has a tea that nobody bought, `tea-cold`,
/// and a tool that sells since yesterday.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StrategiesTest {
  private static final String COLD = "tea-cold";

  private final TestShop shop = TestShop.returningCustomers().described();

  @BeforeAll
  void train() {
    shop.catalog.put(List.of(TestShop.item(COLD, "Green tea")));
    for (int user = 0; user < 25; user++) {
      shop.buy("tool-" + user, "tool-19");
    }
    shop.retrain().run("t");
  }

  private Recommendations recommend(@Nullable String strategy, int limit) {
    return shop.recommendItems()
        .recommend(
            new RecommendRequest(
                new HistorySource.OfSubject(new UserId("tea-1")),
                limit,
                Set.of(),
                true,
                null,
                strategy,
                true));
  }

  private ReleaseManifest manifest() {
    return shop.releases.manifest(shop.releases.current().orElseThrow()).orElseThrow();
  }

  @Test
  void aReleaseHasEveryModelOnce() {
    assertThat(ReleaseCodec.strategies(manifest()))
        .containsExactly("again", "blend", "content", "factors", "linear", "neighbours");
    assertThat(manifest().part("weights-blend").orElseThrow().bytes()).isLessThan(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"linear", "factors", "neighbours", "content", "blend"})
  void everyModelFollowsTheTasteOfTheCustomerAndSaysWhy(String strategy) {
    Recommendations found = recommend(strategy, 5);

    assertThat(found.strategy()).isEqualTo(strategy);
    assertThat(found.items()).hasSize(5);
    assertThat(found.items().getFirst().item().value()).startsWith("tea");
    for (RecommendedItem item : found.items()) {
      double sum = item.reasons().stream().mapToDouble(Reason::share).sum();
      assertThat(sum).isCloseTo(1, within(1e-6));
      if (!strategy.equals("blend")) {
        assertThat(item.source()).isIn(strategy, "popular");
      }
    }
  }

  @Test
  void theBlendNamesTheMemberAndNeverItself() {
    assertThat(recommend("blend", 20).items())
        .extracting(RecommendedItem::source)
        .doesNotContain("blend")
        .containsAnyOf("linear", "factors", "neighbours", "content");
  }

  @Test
  void theReasonsOfABlendNameWhatTrendsToo() {
    HistorySource screwdriver =
        new HistorySource.Given(List.of(new Past(new ItemId("tool-03"), new Action.View())));
    RecommendRequest request =
        new RecommendRequest(screwdriver, 20, Set.of(), true, null, "blend", true);
    boolean blended = manifest().report().contains("\"trending\": 0");

    List<RecommendedItem> items = shop.recommendItems().recommend(request).items();

    RecommendedItem newest =
        items.stream()
            .filter(item -> item.item().value().equals("tool-19"))
            .findFirst()
            .orElseThrow();
    boolean named = newest.reasons().stream().anyMatch(reason -> "trending".equals(reason.kind()));
    assertThat(named).isEqualTo(blended);
    assertThat(newest.reasons().stream().mapToDouble(Reason::share).sum())
        .isCloseTo(1, within(1e-6));
  }

  @Test
  void anItemThatNobodyBoughtIsCarriedByItsWords() {
    for (String strategy : List.of("content", "blend")) {
      assertThat(recommend(strategy, 40).items())
          .as(strategy)
          .anySatisfy(item -> {
            assertThat(item.item().value()).isEqualTo(COLD);
            assertThat(item.source()).isEqualTo("content");
          });
    }
    assertThat(similar(COLD, Basis.BEHAVIOUR))
        .as("no behaviour, so content")
        .isNotEmpty()
        .allMatch(item -> item.item().value().startsWith("tea") && is(item, "content"));
  }

  @Test
  void anUnknownStrategyIsRefusedWithThoseOfTheRelease() {
    assertThatThrownBy(() -> recommend("magic", 5))
        .isInstanceOfSatisfying(
            InvalidFieldException.class,
            refused -> {
              assertThat(refused.field()).isEqualTo("strategy");
              assertThat(refused.remedy())
                  .contains(
                      "blend",
                      "linear",
                      "factors",
                      "content",
                      "popular",
                      "trending",
                      "newest",
                      "again")
                  .doesNotContain("neural");
            });
  }

  @Test
  void aStrategyThatTheReleaseLacksFallsBackToItsOwn() {
    assertThat(recommend("neural", 5).strategy())
        .isEqualTo(manifest().strategy())
        .isEqualTo(recommend(null, 5).strategy());
  }

  @Test
  void whatTrendsIsTheSameForEverybody() {
    Recommendations byRoute = shop.recommendItems().trending(TrendingRequest.of(3, null, null));

    assertThat(byRoute.strategy()).isEqualTo("trending");
    assertThat(byRoute.items().getFirst().item()).isEqualTo(new ItemId("tool-19"));
    assertThat(byRoute.items().getFirst().source()).isEqualTo("trending");
    assertThat(shop.recommendItems().trending(TrendingRequest.of(3, "No such", "1d")).items())
        .isEmpty();
    assertThatThrownBy(() -> TrendingRequest.of(3, null, "2d")).hasMessageContaining("1d, 7d, 30d");
  }

  @ParameterizedTest
  @EnumSource(Basis.class)
  void everyBasisFindsItemsOfTheSameKind(Basis basis) {
    List<RecommendedItem> found = similar("tea-03", basis);

    assertThat(found.subList(0, 2)).allMatch(item -> item.item().value().startsWith("tea"));
    assertThat(found.getFirst().source())
        .isEqualTo(basis == Basis.BEHAVIOUR ? "neighbours" : basis.word());
  }

  @Test
  void aKindWithoutListsIsReplacedByTheNext() {
    TestShop browsers = TestShop.stocked();
    TestShop viewers = new TestShop();
    viewers.catalog.put(browsers.catalog.page(null, 200).items());
    browsers.events.scan(event -> {
      UserId user = event.user();
      if (user != null) {
        viewers.append(user.value(), event.item().value(), new Action.View());
      }
    });
    viewers.retrain().run("t");

    assertThat(
            viewers
                .findSimilarItems()
                .find(new SimilarRequest(new ItemId("tea-03"), 3, Basis.TOGETHER, null, Set.of()))
                .items())
        .as("nothing was bought, so behaviour")
        .allMatch(item -> is(item, "neighbours"));
  }

  private List<RecommendedItem> similar(String item, Basis basis) {
    return shop.findSimilarItems()
        .find(new SimilarRequest(new ItemId(item), 3, basis, null, Set.of()))
        .items();
  }

  private static boolean is(RecommendedItem item, String source) {
    return item.source().equals(source);
  }
}
