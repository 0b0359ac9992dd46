package dev.akin.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.app.Explained.Done;
import dev.akin.app.ListRules.Boosting;
import dev.akin.app.ListRules.Capping;
import dev.akin.app.ListRules.Pinning;
import dev.akin.app.ListRules.Promoting;
import dev.akin.app.Recommendations.Reason;
import dev.akin.app.Recommendations.RecommendedItem;
import dev.akin.port.Catalog;
import dev.akin.port.StorageException;
import dev.akin.shop.Action;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.UserId;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Customer `tea-1` has bought `tea-07`, `tea-09` and others. Item `n` costs `10 + n`, and its
/// brand is `b0`, `b1` or `b2` in turn.
final class ExplainItemTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final TestShop shop = TestShop.stocked();
  private final RecommendItems recommend = shop.recommendItems();

  @BeforeEach
  void train() {
    for (int n = 0; n < TestShop.ITEMS_PER_CIRCLE; n++) {
      shop.catalog.put(
          List.of(
              TestShop.item("tea", n, "Drinks > Tea", 10 + n),
              TestShop.item("tool", n, "Home > Tools", 10 + n)));
    }
    shop.retrain().run("t");
  }

  @Test
  void whatIsSaidOfEveryItemIsWhatTheListShows() {
    for (ListOptions options :
        List.of(
            ListOptions.USUAL,
            ListOptions.USUAL.with(new Tuning(0.7, 0.2, 0, 0, 0)),
            ListOptions.USUAL.with(new Tuning(0, 0, 0.5, 0, 0)),
            ListOptions.USUAL.with(caps("categories", 3)))) {
      List<RecommendedItem> list =
          recommend.recommend(new RecommendRequest(of("tea-1"), options)).items();
      for (int place = 0; place < list.size(); place++) {
        Explained explained = explain(list.get(place).item().value(), options);
        assertThat(explained.verdict().outcome()).isEqualTo(Verdict.SHOWN);
        assertThat(explained.verdict().position()).isEqualTo(place + 1);
        assertThat(explained.reasons()).isEqualTo(list.get(place).reasons());
      }
    }
  }

  @Test
  void ranksOfAllItemsThatMayBeShownAreDistinct() {
    List<Integer> ranks =
        shop.catalog.page(null, 500).items().stream()
            .map(item -> explain(item.id().value(), ListOptions.plain(5, null, null)))
            .map(explained -> requireNonNull(explained.score()).rank())
            .toList();

    assertThat(ranks).hasSize(40).doesNotHaveDuplicates().contains(1, 40);
  }

  @Test
  void anOutrankedItemKnowsItsRankAndWhatBoostsDid() {
    String last = list(ListOptions.USUAL.withLimit(30)).getLast().item().value();
    ListRules boost =
        ListRules.of(
            null,
            List.of(new Boosting("id = \"" + last + "\"", "0.5")),
            List.of(),
            List.of(),
            List.of());

    Explained explained = explain(last, ListOptions.USUAL.with(boost));

    assertThat(explained.verdict().outcome()).isEqualTo(Verdict.OUTRANKED);
    Explained.Score score = requireNonNull(explained.score());
    assertThat(score.rank()).isGreaterThanOrEqualTo(30);
    assertThat(score.factor()).isEqualTo(0.5);
    assertThat(explained.verdict().because())
        .isEqualTo(
            "It has rank "
                + score.rank()
                + " with its score times 0.5 by boosts, context and rotation, and the list has 10 places.");
  }

  @Test
  void theRuleAndTheFirstFalsePartOfTheFilterAreNamed() {
    Explained explained =
        explain(
            "tea-04",
            ListOptions.USUAL.with(
                rules("price >= 5 and (price>20 or price < 6) and attributes.brand != \"b1\"")));

    assertThat(explained.verdict().rule()).isEqualTo("filter");
    assertThat(explained.verdict().detail()).isEqualTo("price > 20 or price < 6");
    assertThat(explained.verdict().because()).contains("price > 20 or price < 6 does not hold");
    assertThat(explained.score()).as("where it would be").isNotNull();
  }

  @Test
  void aChangedItemIsJudgedByWhatItIsNow() {
    shop.catalog.put(
        List.of(
            TestShop.item("tea", 4, "Drinks > Tea", 99),
            TestShop.item("new", 1, "Home > New", 99)));
    shop.pass(SECOND);
    ListOptions cheap = ListOptions.USUAL.with(rules("available and price < 50"));

    assertThat(explain("tea-04", cheap).verdict().detail()).isEqualTo("price < 50");
    Explained fresh = explain("new-01", cheap);
    assertThat(fresh.verdict().detail()).isEqualTo("price < 50");
    assertThat(fresh.known()).isEqualTo(new Explained.Known(false, true));
  }

  @Test
  void whatTheCustomerDidToTheItemIsListed() {
    shop.pass(Duration.ofDays(3));
    shop.append("tea-1", "tea-07", new Action.View());
    Instant viewed = shop.clock.instant().minus(Duration.ofDays(1));
    Instant bought = TestShop.NOW.minus(Duration.ofDays(1));

    Explained seen = explain("tea-07", ListOptions.USUAL);

    assertThat(seen.events())
        .containsExactly(new Done("view", viewed), new Done("purchase", bought));
    assertThat(seen.verdict().rule()).isEqualTo("excludeSeen");
    assertThat(seen.verdict().because()).contains("a view at " + viewed);
    ListOptions unbought =
        ListOptions.USUAL.with(
            new Narrowing(null, Set.of(), false, List.of(new EventExclusion("purchase", 90))));
    assertThat(explain("tea-07", unbought).verdict().rule()).isEqualTo("excludeEvents[0]");
    assertThat(explain("tea-07", unbought).verdict().because()).contains("a purchase at " + bought);
  }

  @Test
  void everyOtherRuleHasItsSentence() {
    ListOptions usual = ListOptions.USUAL;
    Narrowing tools = Narrowing.in("Home > Tools");
    Narrowing without = new Narrowing(null, Set.of(new ItemId("tea-04")), false, List.of());

    removed("tea-04", usual.with(tools), "category", "in Drinks > Tea, and the list is of Home");
    removed("tea-04", usual.with(without), "exclude", "in exclude");
    removed(
        "tea-04",
        usual.with(ListRules.NONE.about(new ItemId("tea-04"), Map.of())),
        "itemId",
        "being looked at");
    shop.catalog.delete(new ItemId("tea-04"));
    shop.catalog.put(List.of(gone("tea-05", false, null), gone("tea-06", true, TestShop.NOW)));
    shop.pass(SECOND);
    removed("tea-04", usual, "available", "the shop has deleted it");
    removed("tea-05", usual, "available", "not available");
    removed("tea-06", usual, "available", "expired at " + TestShop.NOW);
  }

  @Test
  void pinsPromotionsAndCapsAreNamed() {
    ListRules shaped =
        ListRules.of(
            null,
            List.of(),
            List.of(new Pinning(new ItemId("tool-09"), 2), new Pinning(new ItemId("tool-08"), 12)),
            List.of(new Promoting("clearance", "price = 28", 0.1)),
            List.of(new Capping("categories", 0, 100), new Capping("attributes.brand", 0, 3)));
    ListOptions options = ListOptions.USUAL.with(shaped);

    assertThat(explain("tool-09", options).verdict().because())
        .isEqualTo("It is at place 2: a pin put it there.");
    Verdict later = explain("tool-08", options).verdict();
    assertThat(later.outcome()).isEqualTo(Verdict.ELSEWHERE);
    assertThat(later.position()).isEqualTo(12);
    assertThat(explain("tea-18", options).verdict().because())
        .contains("the promotion clearance put it there");
    Verdict capped =
        shop.catalog.page(null, 500).items().stream()
            .map(item -> explain(item.id().value(), options).verdict())
            .filter(verdict -> verdict.outcome().equals(Verdict.CAPPED))
            .findFirst()
            .orElseThrow();
    assertThat(capped.rule()).isEqualTo("caps[1]");
    assertThat(capped.detail()).startsWith("b");
    assertThat(capped.because()).contains("3 of attributes.brand = " + capped.detail());
  }

  @Test
  void whatIsNotRelevantEnoughKnowsHowFarItIs() {
    Verdict verdict =
        explain("tool-04", ListOptions.USUAL.with(new Tuning(0, 0, 0, 0.6, 0))).verdict();

    assertThat(verdict.outcome()).isEqualTo(Verdict.BELOW_RELEVANCE);
    assertThat(verdict.because())
        .matches(
            "Its relevance is 0\\.0\\d+ of the best item's, and minRelevance asks for 0\\.6\\.");
  }

  @Test
  void whatChanceDidIsSaid() {
    boolean drawn = false;
    boolean displaced = false;
    ListOptions options = ListOptions.USUAL.with(new Tuning(0, 0, 1, 0, 0));
    for (int round = 0; round < 20 && !(drawn && displaced); round++) {
      for (Item item : shop.catalog.page(null, 500).items()) {
        Verdict verdict = explain(item.id().value(), options).verdict();
        drawn |= verdict.because().contains("exploration drew it with probability");
        displaced |= verdict.outcome().equals(Verdict.DISPLACED);
      }
      shop.pass(SECOND);
    }
    assertThat(drawn).isTrue();
    assertThat(displaced).isTrue();
  }

  @Test
  void sharesSumToOneAlsoForItemsThatAreNotShown() {
    for (Item item : shop.catalog.page(null, 500).items()) {
      assertThat(
              explain(item.id().value(), ListOptions.USUAL).reasons().stream()
                  .mapToDouble(Reason::share)
                  .sum())
          .isCloseTo(1, within(1e-6));
    }
  }

  @Test
  void anItemThatNobodyKnowsHasNoExplanation() {
    assertThat(recommend.explain(new ExplainRequest(of("a"), ListOptions.USUAL, new ItemId("x"))))
        .isEmpty();
    RecommendItems cut = shop.recommendItems(shop.events, unreadable(), shop.releases);
    ExplainRequest request = new ExplainRequest(of("a"), ListOptions.USUAL, new ItemId("x"));
    assertThatThrownBy(() -> cut.explain(request))
        .as("whether the shop has it cannot be told")
        .isInstanceOf(StorageException.class);
  }

  private void removed(String item, ListOptions options, String rule, String sentence) {
    Verdict verdict = explain(item, options).verdict();
    assertThat(verdict.outcome()).isEqualTo(Verdict.REMOVED);
    assertThat(verdict.rule()).isEqualTo(rule);
    assertThat(verdict.because()).contains(sentence).endsWith(".");
  }

  private Explained explain(String item, ListOptions options) {
    return recommend
        .explain(new ExplainRequest(of("tea-1"), options, new ItemId(item)))
        .orElseThrow();
  }

  private List<RecommendedItem> list(ListOptions options) {
    return recommend.recommend(new RecommendRequest(of("tea-1"), options)).items();
  }

  private static HistorySource of(String user) {
    return new HistorySource.OfSubject(new UserId(user));
  }

  private static ListRules rules(String filter) {
    return ListRules.of(filter, List.of(), List.of(), List.of(), List.of());
  }

  private static ListRules caps(String field, int most) {
    return ListRules.of(
        null, List.of(), List.of(), List.of(), List.of(new Capping(field, 0, most)));
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

  private static Item gone(String id, boolean available, @Nullable Instant expiresAt) {
    return new Item(
        new ItemId(id),
        null,
        null,
        List.of(),
        List.of(),
        null,
        available,
        null,
        expiresAt,
        Map.of());
  }
}
