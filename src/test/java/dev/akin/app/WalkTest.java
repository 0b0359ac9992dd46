package dev.akin.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.app.ListRules.Pinning;
import dev.akin.app.Recommendations.RecommendedItem;
import dev.akin.memory.InMemoryKeyStore;
import dev.akin.port.KeyStore;
import dev.akin.port.StorageException;
import dev.akin.rank.page.Shown;
import dev.akin.shop.Action;
import dev.akin.shop.Attribution;
import dev.akin.shop.Event;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.ItemId;
import dev.akin.shop.UserId;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class WalkTest {
  private static final HistorySource TEA = new HistorySource.OfSubject(new UserId("tea-1"));
  private static final ListOptions EVERYTHING =
      ListOptions.USUAL.with(new Narrowing(null, Set.of(), false, List.of()));

  private final TestShop shop = TestShop.stocked();
  private final RecommendItems recommend = shop.recommendItems();

  @Test
  void thePagesTogetherAreTheWholeListInItsOrder() {
    shop.retrain().run("t");
    List<ItemId> whole = ids(recommend.recommend(of(EVERYTHING.withLimit(100))));

    assertThat(walk(of(EVERYTHING.withLimit(7)))).hasSize(40).isEqualTo(whole);
    assertThat(recommend.recommend(of(EVERYTHING.withLimit(40))).cursor()).isNull();
    assertThat(recommend.recommend(of(EVERYTHING.withLimit(39))).cursor()).isNotNull();
  }

  @Test
  void listsForEverybodyHavePagesToo() {
    shop.retrain().run("t");
    ListOptions plain = ListOptions.plain(15, null, null);
    List<ItemId> popular = new ArrayList<>();
    List<ItemId> trending = new ArrayList<>();
    String cursor = null;
    do {
      Recommendations page = recommend.popular(new PopularRequest(plain, cursor));
      popular.addAll(ids(page));
      cursor = page.cursor();
    } while (cursor != null);
    do {
      Recommendations page = recommend.trending(new TrendingRequest(plain, 7, cursor));
      trending.addAll(ids(page));
      cursor = page.cursor();
    } while (cursor != null);

    assertThat(popular).hasSize(40).doesNotHaveDuplicates();
    assertThat(trending).hasSize(40).doesNotHaveDuplicates();
    String next = cursor(recommend.popular(new PopularRequest(plain)));
    refuses("other_request", () -> recommend.trending(new TrendingRequest(plain, 7, next)));
    String weekly = cursor(recommend.trending(new TrendingRequest(plain, 7, null)));
    refuses("other_request", () -> recommend.trending(new TrendingRequest(plain, 1, weekly)));
  }

  @Test
  void scoresStandStillWhileRulesSeeWhatHappens() {
    shop.retrain().run("t");
    RecommendRequest everything = of(EVERYTHING);
    RecommendRequest unseen = of(ListOptions.USUAL);
    Recommendations start = recommend.recommend(everything);
    String first = cursor(start);
    String firstUnseen = cursor(recommend.recommend(unseen));
    shop.pass(Duration.ofMinutes(1));
    List<RecommendedItem> before = recommend.recommend(everything.after(first)).items();
    ItemId next = recommend.recommend(unseen.after(firstUnseen)).items().getFirst().item();

    buyNow("tool-07", "tool-08", "tool-09", next.value());

    assertThat(recommend.recommend(everything.after(first)).items()).isEqualTo(before);
    assertThat(ids(recommend.recommend(unseen.after(firstUnseen))))
        .hasSize(10)
        .doesNotContain(next);
    assertThat(ids(recommend.recommend(everything)))
        .as("a new walk knows")
        .isNotEqualTo(ids(start));
  }

  @Test
  void anEventOfAClockThatIsAheadCountsOnEveryPage() {
    shop.retrain().run("t");
    RecommendRequest request =
        new RecommendRequest(new HistorySource.OfSubject(new UserId("stranger")), EVERYTHING);
    shop.events.append(List.of(event("stranger", "tool-07", Duration.ofMinutes(5))));
    Recommendations first = recommend.recommend(request);

    Recommendations second = recommend.recommend(request.after(first.cursor()));

    assertThat(first.strategy()).isNotEqualTo("popular");
    assertThat(second.strategy()).isEqualTo(first.strategy());
  }

  @Test
  void aHistoryThatIsSentAlongWalksLikeAStoredOne() {
    shop.retrain().run("t");
    HistorySource given =
        new HistorySource.Given(
            List.of(new HistorySource.Past(new ItemId("tool-07"), new Action.View())));
    Recommendations first = recommend.recommend(new RecommendRequest(given, EVERYTHING));
    shop.pass(Duration.ofMinutes(1));

    Recommendations second =
        recommend.recommend(new RecommendRequest(given, EVERYTHING, first.cursor()));

    assertThat(second.strategy()).isEqualTo(first.strategy()).isNotEqualTo("popular");
    assertThat(ids(second)).hasSize(10).doesNotContainAnyElementsOf(ids(first));
  }

  @Test
  void aPinHoldsItsPlaceOverThePages() {
    shop.retrain().run("t");
    ItemId pinned = ids(recommend.recommend(of(EVERYTHING))).getFirst();
    ListRules rules =
        ListRules.of(null, List.of(), List.of(new Pinning(pinned, 14)), List.of(), List.of());

    List<ItemId> walked = walk(of(EVERYTHING.withLimit(5).with(rules)));

    assertThat(walked).hasSize(40).doesNotHaveDuplicates();
    assertThat(walked.get(13)).isEqualTo(pinned);
  }

  @Test
  void anotherRequestsCursorIsRefused() {
    shop.retrain().run("t");
    String cursor = cursor(recommend.recommend(of(EVERYTHING)));

    for (ListOptions changed :
        List.of(
            EVERYTHING.withLimit(11),
            EVERYTHING.withStrategy("popular"),
            EVERYTHING.with(Narrowing.UNSEEN),
            EVERYTHING.with(new Narrowing(null, Set.of(new ItemId("x")), false, List.of())),
            EVERYTHING.with(new Narrowing("a", Set.of(), false, List.of())),
            EVERYTHING.with(
                new Narrowing(null, Set.of(), false, List.of(new EventExclusion("purchase", 3)))),
            EVERYTHING.with(ListRules.of("price < 3", List.of(), List.of(), List.of(), List.of())),
            EVERYTHING.with(new Tuning(0.1, 0, 0, 0, 0)))) {
      refuses("other_request", () -> recommend.recommend(of(changed).after(cursor)));
    }
    HistorySource other = new HistorySource.OfSubject(new UserId("tea-2"));
    refuses(
        "other_request",
        () -> recommend.recommend(new RecommendRequest(other, EVERYTHING, cursor)));
    assertThat(recommend.recommend(of(EVERYTHING.with(Detail.PLAIN)).after(cursor)).items())
        .as("what is told of the items may change")
        .hasSize(10);
  }

  @Test
  void theOrderOfWhatIsLeftOutDoesNotMatter() {
    shop.retrain().run("t");
    List<ItemId> some = IntStream.range(0, 9).mapToObj(n -> new ItemId("tea-0" + n)).toList();
    ListOptions one =
        EVERYTHING.with(new Narrowing(null, new LinkedHashSet<>(some), false, List.of()));
    ListOptions same =
        EVERYTHING.with(
            new Narrowing(null, new LinkedHashSet<>(some.reversed()), false, List.of()));

    String cursor = cursor(recommend.recommend(of(one)));

    assertThat(recommend.recommend(of(same).after(cursor)).items()).hasSize(10);
  }

  @Test
  void whatIsForgedOrOldIsRefused() {
    shop.retrain().run("t");
    String cursor = cursor(recommend.recommend(of(EVERYTHING)));
    RecommendItems elsewhere =
        new RecommendItems(shop.moments(), new Signer(new InMemoryKeyStore(), () -> ones()));
    refuses("bad_cursor", () -> elsewhere.recommend(of(EVERYTHING).after(cursor)));
    refuses("bad_cursor", () -> recommend.recommend(of(EVERYTHING).after("")));
    refuses("bad_cursor", () -> recommend.recommend(of(EVERYTHING).after("x".repeat(20_000))));
    refuses(
        "bad_cursor",
        () ->
            recommend.recommend(
                of(EVERYTHING).after(recommend.recommend(of(EVERYTHING)).recommendationId())));

    shop.pass(Duration.ofMinutes(30));
    assertThat(recommend.recommend(of(EVERYTHING).after(cursor)).items()).hasSize(10);
    shop.pass(Duration.ofSeconds(1));
    refuses("expired_cursor", () -> recommend.recommend(of(EVERYTHING).after(cursor)));
  }

  @Test
  void aNewReleaseEndsEveryWalk() {
    String untrained = cursor(recommend.recommend(of(EVERYTHING)));
    shop.retrain().run("t");
    refuses(
        "expired_cursor", () -> shop.recommendItems().recommend(of(EVERYTHING).after(untrained)));

    RecommendItems served = shop.recommendItems();
    String trained = cursor(served.recommend(of(EVERYTHING)));
    shop.pass(Duration.ofMinutes(1));
    shop.retrain().run("u");

    refuses("expired_cursor", () -> served.recommend(of(EVERYTHING).after(trained)));
  }

  @Test
  void aWalkEndsWhereItsCursorWouldBecomeTooLong() {
    shop.retrain().run("t");
    put("new", Shown.MOST_MARKS + 50);
    ListOptions page = EVERYTHING.withLimit(50);

    assertThat(walk(of(page))).doesNotHaveDuplicates().hasSize(Shown.MOST_MARKS + 50);

    put("old", Shown.MOST);
    shop.retrain().run("u");
    shop.pass(Duration.ofMinutes(1));
    assertThat(walk(of(page))).doesNotHaveDuplicates().hasSize(Shown.MOST + 50);
  }

  @Test
  void withoutTheSecretAListEndsEarlyAndACursorWaits() {
    shop.retrain().run("t");
    String cursor = cursor(recommend.recommend(of(EVERYTHING)));
    KeyStore broken =
        (KeyStore)
            Proxy.newProxyInstance(
                KeyStore.class.getClassLoader(),
                new Class<?>[] {KeyStore.class},
                (_, _, _) -> {
                  throw new StorageException("the table does not answer");
                });
    RecommendItems served = new RecommendItems(shop.moments(), new Signer(broken, () -> ones()));

    Recommendations found = served.recommend(of(EVERYTHING));

    assertThat(found.items()).hasSize(10);
    assertThat(found.cursor()).isNull();
    assertThat(found.recommendationId()).as("none that its event would be refused for").isNull();
    assertThatThrownBy(() -> served.recommend(of(EVERYTHING).after(cursor)))
        .isInstanceOf(StorageException.class);
  }

  private List<ItemId> walk(RecommendRequest request) {
    List<ItemId> walked = new ArrayList<>();
    String cursor = null;
    do {
      Recommendations page = recommend.recommend(request.after(cursor));
      walked.addAll(ids(page));
      cursor = page.cursor();
    } while (cursor != null);
    return walked;
  }

  private void put(String kind, int count) {
    shop.catalog.put(
        IntStream.range(0, count).mapToObj(n -> TestShop.item(kind + "-" + n)).toList());
    shop.pass(Duration.ofSeconds(1));
  }

  private void buyNow(String... items) {
    for (String item : items) {
      shop.events.append(List.of(event("tea-1", item, Duration.ZERO)));
    }
  }

  private Event event(String user, String item, Duration ahead) {
    return new Event(
        "now-" + item,
        new UserId(user),
        null,
        new ItemId(item),
        shop.clock.instant().plus(ahead),
        new Action.Purchase(1, null),
        Attribution.NONE);
  }

  private static RecommendRequest of(ListOptions options) {
    return new RecommendRequest(TEA, options);
  }

  private static String cursor(Recommendations page) {
    return requireNonNull(page.cursor());
  }

  private static List<ItemId> ids(Recommendations page) {
    return page.items().stream().map(RecommendedItem::item).toList();
  }

  private static byte[] ones() {
    byte[] secret = new byte[32];
    Arrays.fill(secret, (byte) 1);
    return secret;
  }

  private static void refuses(String code, Runnable request) {
    assertThatThrownBy(request::run)
        .isInstanceOfSatisfying(
            InvalidFieldException.class,
            refused -> {
              assertThat(refused.field()).isEqualTo("cursor");
              assertThat(refused.code()).isEqualTo(code);
              assertThat(refused.remedy()).contains("ask again without cursor");
            });
  }
}
