package dev.akin.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.app.Recommendations.Bought;
import dev.akin.app.Recommendations.Reason;
import dev.akin.app.Recommendations.RecommendedItem;
import dev.akin.shop.Action;
import dev.akin.shop.Attribution;
import dev.akin.shop.Event;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.Price;
import dev.akin.shop.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `strategy=again`. Everybody buys coffee every 30 days, give or take two, soap every 60, and one
/// wardrobe. So did Ann, whose last coffee is 28 days old and whose last soap 50, and Bob, who
/// bought coffee yesterday. Eve only looked.
final class AgainTest {
  private static final String AGAIN = "again";
  private static final ListOptions OPTIONS =
      ListOptions.USUAL.withStrategy(AGAIN).with(new Narrowing(null, Set.of(), true, List.of()));

  private final TestShop shop = new TestShop();
  private final RecommendItems recommend = shop.recommendItems();
  private int number;

  AgainTest() {
    put("coffee", "food", 5);
    put("soap", "bath", 2);
    put("wardrobe", "rooms", 900);
    put("lamp", "rooms", 40);
    put("decaf", "food", 6);
    for (int user = 0; user < 40; user++) {
      for (int times = 0; times < 6; times++) {
        bought("user-" + user, "coffee", 5 + user % 25 + 30 * times + (user + times) % 5 - 2);
      }
      for (int times = 0; times < 3; times++) {
        bought("user-" + user, "soap", 3 + user + 60 * times);
      }
      bought("user-" + user, "wardrobe", 20 + 7 * user);
      bought("user-" + user, "lamp", 10 + 5 * user);
    }
    for (String who : List.of("ann", "bob")) {
      IntStream.of(118, 88, 58).forEach(days -> bought(who, "coffee", days));
      IntStream.of(170, 110, 50).forEach(days -> bought(who, "soap", days));
      bought(who, "wardrobe", 60);
    }
    bought("ann", "coffee", 28);
    bought("bob", "coffee", 1);
    append("eve", "lamp", 1, new Action.View());
    shop.retrain().run("t");
  }

  @Test
  void whatIsDueComesFirstAndWhatWasJustBoughtDoesNot() {
    assertThat(ids("ann", OPTIONS)).startsWith("coffee", "soap", "wardrobe");
    assertThat(ids("bob", OPTIONS))
        .as("coffee a day after coffee is still likelier than another wardrobe")
        .startsWith("soap", "coffee", "wardrobe");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 10, 20, 40, 90, 200})
  void theWardrobeNeverComesBeforeCoffee(int days) {
    shop.pass(Duration.ofDays(days));

    assertThat(ids("ann", OPTIONS)).containsSubsequence("coffee", "wardrobe");
    assertThat(ids("bob", OPTIONS)).containsSubsequence("coffee", "wardrobe");
  }

  @Test
  void coffeeBecomesLikelierDayByDayUntilItIsDue() {
    double before = 0;
    for (int day = 1; day <= 29; day++) {
      double now = place("bob", "coffee").score();
      assertThat(now).as("day " + day).isGreaterThan(before);
      before = now;
      shop.pass(Duration.ofDays(1));
    }
    assertThat(ids("bob", OPTIONS)).startsWith("coffee");
    assertThat(place("bob", "coffee")).isEqualTo(place("bob", "coffee"));
  }

  @Test
  void eachItemSaysHowOftenAndWhenItWasBought() {
    Reason why = place("ann", "coffee").reasons().getFirst();

    assertThat(why.item()).isEqualTo(new ItemId("coffee"));
    assertThat(why.kind()).isEqualTo("bought");
    assertThat(why.share()).isEqualTo(1);
    assertThat(why.bought()).isEqualTo(new Bought(4, 28, 30));
    assertThat(place("ann", "coffee").source()).isEqualTo(AGAIN);
    assertThat(place("ann", "coffee").score()).isBetween(0.2, 0.9);
    Explained explained =
        recommend
            .explain(new ExplainRequest(of("ann"), OPTIONS, new ItemId("coffee")))
            .orElseThrow();
    assertThat(explained.verdict().because())
        .isEqualTo(
            "It is at place 1: again ranks it, because it was bought, the last time 28 days ago, and"
                + " is usually bought every 30 days.");
  }

  @Test
  void whatFillsUpHasNotBeenSeenAndWhatWasBoughtStays() {
    append("ann", "decaf", 1, new Action.View());
    List<RecommendedItem> all = find(of("ann"), OPTIONS).items();

    assertThat(all).extracting(item -> item.item().value()).doesNotContain("decaf");
    assertThat(all.getLast().item().value()).isEqualTo("lamp");
    assertThat(all.getLast().source()).isEqualTo("popular");
    ListOptions notLately =
        OPTIONS.with(
            new Narrowing(null, Set.of(), true, List.of(new EventExclusion("purchase", 30))));
    assertThat(ids("ann", notLately)).as("asked for, so done").startsWith("soap", "wardrobe");
  }

  @Test
  void rulesAndPagesHoldAsInAnyList() {
    assertThat(ids("ann", OPTIONS.with(ListRules.filter("price < 5"))).getFirst())
        .isEqualTo("soap");
    Narrowing rooms = new Narrowing("rooms", Set.of(), true, List.of());
    assertThat(ids("ann", OPTIONS.with(rooms))).containsExactly("wardrobe", "lamp");
    Recommendations first = find(of("ann"), OPTIONS.withLimit(1));
    shop.pass(Duration.ofMinutes(5));
    append("ann", "soap", 0, new Action.Purchase(1, null));
    Recommendations second =
        recommend.recommend(new RecommendRequest(of("ann"), OPTIONS.withLimit(1), first.cursor()));
    assertThat(Stream.of(first, second).flatMap(page -> page.items().stream()))
        .extracting(item -> item.item().value())
        .containsExactly("coffee", "soap");
    shop.catalog.delete(new ItemId("coffee"));
    shop.pass(Duration.ofSeconds(2));
    assertThat(ids("ann", OPTIONS)).doesNotContain("coffee");
  }

  @Test
  void severalListsShareNothingAndRankingsGoByTheSameOrder() {
    RecommendedLists lists =
        recommend.recommend(
            new ListsRequest(
                of("bob"),
                List.of(
                    new ListsRequest.Named("now", OPTIONS.withLimit(1)),
                    new ListsRequest.Named("then", OPTIONS.withLimit(2)))));
    List<ItemId> given = Stream.of("lamp", "wardrobe", "coffee", "soap").map(ItemId::new).toList();

    assertThat(lists.lists())
        .extracting(list -> list.found().items().stream().map(item -> item.item().value()).toList())
        .containsExactly(List.of("soap"), List.of("coffee", "wardrobe"));
    assertThat(recommend.rank(new RankRequest(of("bob"), given, OPTIONS)).order().items())
        .extracting(item -> item.item().value())
        .containsExactly("soap", "coffee", "wardrobe", "lamp");
  }

  @Test
  void whoBoughtNothingGetsWhatIsPopular() {
    Recommendations found = find(of("eve"), OPTIONS);

    assertThat(found.strategy()).isEqualTo("popular");
    assertThat(found.items()).noneMatch(item -> item.source().equals(AGAIN));
    assertThat(found.items().getFirst().source()).isEqualTo("popular");
    assertThat(find(new HistorySource.Given(List.of()), OPTIONS).strategy()).isEqualTo("popular");
  }

  @Test
  void aGivenPastIsOrderedByHowOftenItemsAreBoughtAgain() {
    Action bought = new Action.Purchase(1, null);
    List<HistorySource.Past> past =
        Stream.of("wardrobe", "coffee", "soap")
            .map(id -> new HistorySource.Past(new ItemId(id), bought))
            .toList();

    Recommendations found = find(new HistorySource.Given(past), OPTIONS);

    assertThat(found.strategy()).isEqualTo(AGAIN);
    assertThat(found.items().stream().limit(3).map(item -> item.item().value()))
        .containsExactly("coffee", "soap", "wardrobe");
  }

  @Test
  void inAGivenPastAReturnTakesThePurchaseBackWhicheverComesFirst() {
    HistorySource.Past bought = past("coffee", new Action.Purchase(1, null));
    HistorySource.Past back = past("coffee", new Action.Return(1, null));
    HistorySource.Past soap = past("soap", new Action.Purchase(1, null));

    for (List<HistorySource.Past> past :
        List.of(List.of(bought, back, soap), List.of(soap, back, bought))) {
      assertThat(find(new HistorySource.Given(past), OPTIONS).items())
          .filteredOn(item -> item.source().equals(AGAIN))
          .extracting(item -> item.item().value())
          .containsExactly("soap");
    }
  }

  private static HistorySource.Past past(String item, Action action) {
    return new HistorySource.Past(new ItemId(item), action);
  }

  @Test
  void aReturnTakesThePurchaseBackAndADislikeAll() {
    append("ann", "wardrobe", 0, new Action.Return(1, null));
    append("ann", "soap", 0, new Action.Dislike());

    assertThat(find(of("ann"), OPTIONS).items())
        .filteredOn(item -> item.source().equals(AGAIN))
        .extracting(item -> item.item().value())
        .containsExactly("coffee");
    append("ann", "coffee", 0, new Action.Return(1, null));
    assertThat(place("ann", "coffee").reasons().getFirst().bought())
        .as("three are left, of which the last is 58 days old")
        .isEqualTo(new Bought(3, 58, 30));
  }

  @Test
  void whatOthersBuyRegularlyIsNoHabitOfWhoBoughtItOnce() {
    append("new", "coffee", 40, new Action.Purchase(1, null));

    assertThat(place("new", "coffee").reasons().getFirst().bought())
        .isEqualTo(new Bought(1, 40, null));
  }

  @Test
  void whatCameSinceTheReleaseIsJudgedByItsCategory() {
    put("espresso", "food", 7);
    put("sofa", "rooms", 700);
    append("ann", "espresso", 40, new Action.Purchase(1, null));
    append("ann", "sofa", 40, new Action.Purchase(1, null));
    shop.pass(Duration.ofSeconds(2));

    assertThat(ids("ann", OPTIONS)).containsSubsequence("espresso", "sofa");
    assertThat(place("ann", "espresso").reasons().getFirst().bought())
        .as("nobody knows how often")
        .isEqualTo(new Bought(1, 40, null));
  }

  @Test
  void aMinimumOfRelevanceCutsWhatIsNotDue() {
    Tuning strict = new Tuning(0, 0, 0, 0.2, 0);

    assertThat(ids("ann", OPTIONS.with(strict))).containsExactly("coffee", "soap");
  }

  @Test
  void withoutARepeatPurchaseTheReleasesOwnStrategyIsFollowed() {
    TestShop single = TestShop.stocked();
    single.retrain().run("t");

    Recommendations found =
        single.recommendItems().recommend(new RecommendRequest(of("tea-1"), OPTIONS));

    assertThat(found.strategy()).isNotEqualTo(AGAIN);
    assertThat(found.items()).isNotEmpty();
  }

  private Recommendations find(HistorySource who, ListOptions options) {
    return recommend.recommend(new RecommendRequest(who, options));
  }

  private List<String> ids(String who, ListOptions options) {
    return find(of(who), options).items().stream().map(item -> item.item().value()).toList();
  }

  private RecommendedItem place(String who, String item) {
    return find(of(who), OPTIONS.with(new Detail(true, List.of()))).items().stream()
        .filter(one -> one.item().value().equals(item))
        .findFirst()
        .orElseThrow();
  }

  private static HistorySource of(String user) {
    return new HistorySource.OfSubject(new UserId(user));
  }

  private void bought(String user, String item, int daysAgo) {
    append(user, item, daysAgo, new Action.Purchase(1, null));
  }

  private void append(String user, String item, int daysAgo, Action action) {
    Instant time = shop.clock.instant().minus(Duration.ofDays(daysAgo));
    shop.events.append(
        List.of(
            new Event(
                "e" + number++,
                new UserId(user),
                null,
                new ItemId(item),
                time,
                action,
                Attribution.NONE)));
  }

  private void put(String id, String category, int price) {
    shop.catalog.put(
        List.of(
            new Item(
                new ItemId(id),
                id,
                null,
                List.of(category),
                List.of(),
                new Price(price, "EUR"),
                true,
                TestShop.NOW,
                null,
                Map.of())));
  }
}
