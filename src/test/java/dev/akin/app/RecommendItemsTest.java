package dev.akin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.app.HistorySource.Past;
import dev.akin.app.Recommendations.Reason;
import dev.akin.app.Recommendations.RecommendedItem;
import dev.akin.model.ReleaseId;
import dev.akin.port.Catalog;
import dev.akin.port.EventLog;
import dev.akin.port.StorageException;
import dev.akin.shop.Action;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.SessionId;
import dev.akin.shop.UserId;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RecommendItemsTest {
  private final TestShop shop = TestShop.stocked();

  @Test
  void aKnownCustomerGetsItemsOfHisTasteWithReasonsThatSumToOne() {
    shop.retrain().run("t");

    Recommendations found = shop.recommendItems().recommend(forUser("tea-1"));

    assertThat(found.strategy()).isEqualTo("blend");
    assertThat(found.items()).hasSize(10);
    assertThat(found.items().subList(0, 5)).allMatch(item -> item.item().value().startsWith("tea"));
    for (RecommendedItem item : found.items()) {
      double sum = item.reasons().stream().mapToDouble(Reason::share).sum();
      assertThat(sum).isCloseTo(1, within(1e-9));
    }
    assertThat(found.items().getFirst().source())
        .isIn("linear", "factors", "neighbours", "content");
  }

  @Test
  void whatWasLoadedBeforeTheFirstRequestIsNotReadByIt() {
    Moments moments = shop.moments();
    assertThat(moments.load()).as("before the first training").isFalse();
    shop.retrain().run("t");
    shop.pass(Duration.ofSeconds(31));
    assertThat(moments.load()).isTrue();
    ReleaseId loaded = shop.releases.current().orElseThrow();
    shop.retrain().run("u");
    shop.releases.expire(0, shop.clock.instant());
    assertThat(shop.releases.manifest(loaded)).isEmpty();

    Recommendations found =
        new RecommendItems(moments, new Signer(shop.keys, () -> new byte[32]))
            .recommend(forUser("tea-1"));

    assertThat(found.strategy()).isEqualTo("blend");
    assertThat(found.items().getFirst().item().value()).startsWith("tea");
  }

  @Test
  void whatTheCustomerHasSeenIsLeftOutUnlessAskedFor() {
    shop.retrain().run("t");
    Set<ItemId> seen =
        Histories.seen(
            new Histories(shop.events, shop.settings().strength(), 100)
                .steps(new HistorySource.OfSubject(new UserId("tea-1")), TestShop.NOW));

    assertThat(items(shop.recommendItems().recommend(forUser("tea-1"))))
        .doesNotContainAnyElementsOf(seen);
    RecommendRequest withSeen =
        new RecommendRequest(
            new HistorySource.OfSubject(new UserId("tea-1")),
            40,
            Set.of(),
            false,
            null,
            null,
            true);
    assertThat(items(shop.recommendItems().recommend(withSeen))).containsAll(seen);
  }

  @Test
  void fiveHundredItemsCanBeLeftOut() {
    shop.retrain().run("t");
    List<ItemId> usual = items(shop.recommendItems().recommend(forUser("tea-1")));
    Set<ItemId> without = new LinkedHashSet<>(usual);
    IntStream.range(usual.size(), 500).forEach(n -> without.add(new ItemId("gone-" + n)));

    List<ItemId> others = items(shop.recommendItems().recommend(leavingOut(without)));

    assertThat(without).hasSize(500);
    assertThat(others).hasSize(10).doesNotContainAnyElementsOf(usual);
    without.add(new ItemId("one-more"));
    assertThatThrownBy(() -> leavingOut(without))
        .isInstanceOfSatisfying(
            InvalidFieldException.class,
            refused -> assertThat(refused.field()).isEqualTo("exclude"));
  }

  private static RecommendRequest leavingOut(Set<ItemId> items) {
    return new RecommendRequest(
        new HistorySource.OfSubject(new UserId("tea-1")), 10, items, true, null, null, true);
  }

  @Test
  void anEventCountsInTheNextRequest() {
    shop.retrain().run("t");
    RecommendItems recommend = shop.recommendItems();
    assertThat(recommend.recommend(forUser("new")).strategy()).isEqualTo("popular");

    shop.buy("new", "tool-03");

    Recommendations after = recommend.recommend(forUser("new"));
    assertThat(after.strategy()).isEqualTo("blend");
    assertThat(after.items().getFirst().item().value()).startsWith("tool");
    assertThat(after.items().getFirst().reasons())
        .containsExactly(new Reason(new ItemId("tool-03"), null, 1));
  }

  @Test
  void aGivenHistoryWorksLikeAStoredOne() {
    shop.retrain().run("t");
    HistorySource history =
        new HistorySource.Given(List.of(new Past(new ItemId("tool-03"), new Action.View())));

    Recommendations found = shop.recommendItems().recommend(RecommendRequest.of(history));

    assertThat(found.items().getFirst().item().value()).startsWith("tool");
    assertThat(items(found)).doesNotContain(new ItemId("tool-03"));
  }

  @Test
  void strangersAndStrangeItemsGetPopularItems() {
    shop.retrain().run("t");
    HistorySource unknownItems =
        new HistorySource.Given(List.of(new Past(new ItemId("nowhere"), new Action.View())));

    for (HistorySource source :
        List.of(new HistorySource.OfSubject(new SessionId("nobody")), unknownItems)) {
      Recommendations found = shop.recommendItems().recommend(RecommendRequest.of(source));
      assertThat(found.strategy()).isEqualTo("popular");
      assertThat(found.items())
          .hasSize(10)
          .allMatch(item -> item.source().equals("popular"))
          .allMatch(item -> item.reasons().equals(List.of(new Reason(null, "popular", 1))));
    }
  }

  @Test
  void beforeTheFirstTrainingTheNewestItemsAreShown() {
    Recommendations found = shop.recommendItems().recommend(forUser("tea-1"));

    assertThat(found.release()).isNull();
    assertThat(found.items()).hasSize(10).allMatch(item -> item.source().equals("newest"));
  }

  @Test
  void anEmptyShopAnswersWithAnEmptyList() {
    TestShop empty = new TestShop();
    assertThat(empty.recommendItems().recommend(forUser("u")).items()).isEmpty();

    empty.retrain().run("t");
    empty.pass(Duration.ofMinutes(1));

    Recommendations found = empty.recommendItems().recommend(forUser("u"));
    assertThat(found.items()).isEmpty();
    assertThat(found.release()).isNotNull();
  }

  @Test
  void whatLeftTheShopSinceTheTrainingIsReplacedByTheNextInLine() {
    shop.retrain().run("t");
    RecommendItems recommend = shop.recommendItems();
    List<ItemId> before = items(recommend.recommend(forUser("tea-1")));

    shop.catalog.delete(before.get(0));
    shop.catalog.put(List.of(soldOut(before.get(1))));
    shop.pass(Duration.ofSeconds(1));

    List<ItemId> after = items(recommend.recommend(forUser("tea-1")));
    assertThat(after).hasSize(10).startsWith(before.get(2), before.get(3));
    assertThat(after).doesNotContain(before.get(0), before.get(1));
  }

  @Test
  void aListIsFullEvenWhenAlmostEverythingHasLeftTheShop() {
    shop.retrain().run("t");
    for (int item = 0; item < TestShop.ITEMS_PER_CIRCLE; item++) {
      shop.catalog.delete(new ItemId("tea-%02d".formatted(item)));
    }

    assertThat(items(shop.recommendItems().recommend(forUser("tea-1"))))
        .hasSize(10)
        .allMatch(id -> id.value().startsWith("tool"));
  }

  @Test
  void aShopThatSendsOnlyEventsIsServedToo() {
    TestShop eventsOnly = new TestShop();
    TestShop.stocked().events.scan(event -> eventsOnly.events.append(List.of(event)));
    eventsOnly.retrain().run("t");

    assertThat(eventsOnly.recommendItems().recommend(forUser("tea-1")).items()).hasSize(10);
    assertThat(
            eventsOnly
                .findSimilarItems()
                .find(
                    new SimilarRequest(
                        new ItemId("tea-01"), 5, SimilarRequest.Basis.BEHAVIOUR, null, Set.of()))
                .items())
        .hasSize(5);
  }

  @Test
  void aFaultOfTheStoreCostsPersonalityNotTheAnswer() {
    shop.retrain().run("t");
    RecommendItems recommend =
        shop.recommendItems(broken(EventLog.class), broken(Catalog.class), shop.releases);

    Recommendations found = recommend.recommend(forUser("tea-1"));

    assertThat(found.strategy()).isEqualTo("popular");
    assertThat(found.items()).hasSize(10);
  }

  @Test
  void theIdOfAnAnswerTellsWhereItCameFromAndCannotBeForged() {
    shop.retrain().run("t");
    byte[] secret = shop.keys.signingSecret(new byte[32]);

    Recommendations found = shop.recommendItems().recommend(forUser("tea-1"));
    String id = Objects.requireNonNull(found.recommendationId());

    assertThat(RecommendationToken.verify(id, secret))
        .contains(new RecommendationToken(found.release(), "blend", TestShop.NOW));
    byte[] other = secret.clone();
    other[0]++;
    assertThat(RecommendationToken.verify(id, other)).isEmpty();
    for (String garbled : List.of("", ".", "x", "a.b", "%%.%%", id + "A")) {
      assertThat(RecommendationToken.verify(garbled, secret)).isEmpty();
    }
  }

  @Test
  void popularItemsAreTheSameForEverybody() {
    shop.buy("a", "tea-05");
    shop.buy("b", "tea-05");
    shop.buy("c", "tea-05");
    shop.buy("d", "tea-05");
    shop.retrain().run("t");

    Recommendations found = shop.recommendItems().popular(new PopularRequest(3, null));

    assertThat(found.items()).hasSize(3);
    assertThat(found.items().getFirst().item()).isEqualTo(new ItemId("tea-05"));
  }

  private static RecommendRequest forUser(String user) {
    return RecommendRequest.of(new HistorySource.OfSubject(new UserId(user)));
  }

  private static List<ItemId> items(Recommendations found) {
    return found.items().stream().map(RecommendedItem::item).toList();
  }

  private static Item soldOut(ItemId id) {
    return new Item(id, null, null, List.of(), List.of(), null, false, null, null, Map.of());
  }

  private static <T> T broken(Class<T> port) {
    Object proxy =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, _, _) -> {
              throw new StorageException("the store is down");
            });
    return port.cast(proxy);
  }
}
