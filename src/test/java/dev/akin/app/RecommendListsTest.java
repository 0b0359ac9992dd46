package dev.akin.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.app.ListRules.Pinning;
import dev.akin.app.ListRules.Promoting;
import dev.akin.app.ListsRequest.Named;
import dev.akin.app.Recommendations.RecommendedItem;
import dev.akin.math.SeededRandom;
import dev.akin.port.ForwardingEventLog;
import dev.akin.shop.Event;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.ItemId;
import dev.akin.shop.Subject;
import dev.akin.shop.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Several lists of the shop's 40 items for one screen.
final class RecommendListsTest {
  private static final HistorySource TEA = new HistorySource.OfSubject(new UserId("tea-1"));
  private static final ListOptions EVERYTHING =
      ListOptions.USUAL.with(new Narrowing(null, Set.of(), false, List.of()));

  private final TestShop shop = TestShop.stocked();

  @Test
  void noItemIsInTwoListsAndEarlierOnesChooseFirst() {
    shop.retrain().run("t");
    RecommendItems recommend = shop.recommendItems();

    RecommendedLists screen =
        recommend.recommend(
            lists(
                new Named("for-you", EVERYTHING),
                new Named("popular", EVERYTHING.withStrategy("popular")),
                new Named("more", EVERYTHING)));

    assertThat(screen.release()).isNotNull();
    assertThat(screen.lists())
        .extracting(RecommendedLists.Named::name)
        .containsExactly("for-you", "popular", "more");
    assertThat(screen.lists().get(1).found().strategy()).isEqualTo("popular");
    assertThat(all(screen)).hasSize(30).doesNotHaveDuplicates();
    List<ItemId> alone = ids(recommend.recommend(new RecommendRequest(TEA, EVERYTHING)));
    assertThat(ids(screen.lists().getFirst().found())).isEqualTo(alone);
  }

  @Test
  void whateverTheListsAreLikeTheyShareNothingAndAreFull() {
    shop.retrain().run("t");
    RecommendItems recommend = shop.recommendItems();
    SeededRandom random = new SeededRandom(7);
    for (int round = 0; round < 60; round++) {
      List<Named> asked = new ArrayList<>();
      for (int list = 1 + random.nextInt(ListsRequest.MOST_LISTS); list > 0; list--) {
        asked.add(new Named("list-" + list, options(random)));
      }

      RecommendedLists screen = recommend.recommend(new ListsRequest(TEA, asked));

      int places = asked.stream().mapToInt(list -> list.options().limit()).sum();
      assertThat(all(screen)).doesNotHaveDuplicates().hasSize(Math.min(places, 40));
      shop.pass(Duration.ofSeconds(1));
    }
  }

  private static ListOptions options(SeededRandom random) {
    ListRules rules =
        ListRules.of(
            null,
            List.of(),
            List.of(new Pinning(new ItemId("tool-0" + random.nextInt(10)), 1)),
            List.of(new Promoting("all", "available", 0.4)),
            List.of());
    return EVERYTHING
        .withLimit(1 + random.nextInt(8))
        .withStrategy(random.nextInt(2) == 0 ? null : "popular")
        .with(random.nextInt(2) == 0 ? ListRules.NONE : rules)
        .with(new Tuning(random.nextDouble(), 0, random.nextDouble(), 0, 0));
  }

  @Test
  void oneHistoryIsReadForAll() {
    shop.retrain().run("t");
    List<Subject> asked = Collections.synchronizedList(new ArrayList<>());
    RecommendItems recommend =
        shop.recommendItems(
            new ForwardingEventLog(shop.events) {
              @Override
              public List<Event> newest(Subject subject, int limit) {
                asked.add(subject);
                return super.newest(subject, limit);
              }
            },
            shop.catalog,
            shop.releases);

    recommend.recommend(lists(new Named("a", EVERYTHING), new Named("b", EVERYTHING)));

    assertThat(asked).containsExactly(new UserId("tea-1"));
  }

  @Test
  void aListLeadsOnWithWhatTheScreenDoesNotShow() {
    shop.retrain().run("t");
    RecommendItems recommend = shop.recommendItems();
    RecommendedLists screen =
        recommend.recommend(
            lists(
                new Named("a", EVERYTHING),
                new Named("b", EVERYTHING.withLimit(12)),
                new Named("rest", EVERYTHING.withLimit(5))));
    RecommendRequest request = new RecommendRequest(TEA, EVERYTHING.withLimit(12));
    Set<ItemId> shown = new HashSet<>(all(screen));

    String cursor = screen.lists().get(1).found().cursor();
    while (cursor != null) {
      Recommendations page = recommend.recommend(request.after(cursor));
      ids(page).forEach(id -> assertThat(shown.add(id)).as("%s", id).isTrue());
      cursor = page.cursor();
    }

    assertThat(shown).hasSize(40);
    String first = requireNonNull(screen.lists().getFirst().found().cursor());
    assertThatThrownBy(() -> recommend.recommend(request.after(first)))
        .isInstanceOfSatisfying(
            InvalidFieldException.class,
            refused -> assertThat(refused.code()).isEqualTo("other_request"));
  }

  @Test
  void aScreenThatShowsEverythingLeadsNowhere() {
    shop.retrain().run("t");

    RecommendedLists screen =
        shop.recommendItems()
            .recommend(
                lists(
                    new Named("a", EVERYTHING.withLimit(3)),
                    new Named("b", EVERYTHING.withLimit(37))));

    assertThat(all(screen)).hasSize(40);
    assertThat(screen.lists()).allMatch(list -> list.found().cursor() == null);
  }

  @Test
  void beforeTheFirstTrainingAndInAnEmptyShopToo() {
    RecommendedLists untrained =
        shop.recommendItems()
            .recommend(lists(new Named("a", EVERYTHING), new Named("b", EVERYTHING)));
    RecommendedLists empty =
        new TestShop()
            .recommendItems()
            .recommend(lists(new Named("a", EVERYTHING), new Named("b", EVERYTHING)));

    assertThat(untrained.release()).isNull();
    assertThat(all(untrained)).hasSize(20).doesNotHaveDuplicates();
    assertThat(empty.lists()).hasSize(2).allMatch(list -> list.found().items().isEmpty());
  }

  @Test
  void refusalsNameTheList() {
    shop.retrain().run("t");
    ListRules unknown =
        ListRules.of(
            "available and attributes.size = 3", List.of(), List.of(), List.of(), List.of());

    refuses(
        "lists[1].filter",
        "unknown_name",
        () ->
            shop.recommendItems()
                .recommend(
                    lists(new Named("a", EVERYTHING), new Named("b", EVERYTHING.with(unknown)))));
    refuses(
        "lists[0].strategy",
        "unknown_strategy",
        () ->
            shop.recommendItems()
                .recommend(lists(new Named("a", EVERYTHING.withStrategy("magic")))));
    refuses(
        "lists[1].name",
        "duplicate",
        () -> lists(new Named("a", EVERYTHING), new Named("a", EVERYTHING)));
    refuses("lists", "too_few", () -> lists());
    refuses(
        "lists",
        "too_many",
        () ->
            new ListsRequest(
                TEA,
                IntStream.range(0, 11).mapToObj(n -> new Named("n" + n, EVERYTHING)).toList()));
    refuses(
        "lists",
        "too_many",
        () ->
            new ListsRequest(
                TEA,
                IntStream.range(0, 4)
                    .mapToObj(n -> new Named("n" + n, EVERYTHING.withLimit(76)))
                    .toList()));
    refuses("name", "bad_name", () -> new Named("Für dich", EVERYTHING));
  }

  private static void refuses(String field, String code, Runnable request) {
    assertThatThrownBy(request::run)
        .isInstanceOfSatisfying(
            InvalidFieldException.class,
            refused -> {
              assertThat(refused.field()).isEqualTo(field);
              assertThat(refused.code()).isEqualTo(code);
            });
  }

  private static ListsRequest lists(Named... lists) {
    return new ListsRequest(TEA, List.of(lists));
  }

  private static List<ItemId> all(RecommendedLists screen) {
    return screen.lists().stream().flatMap(list -> ids(list.found()).stream()).toList();
  }

  private static List<ItemId> ids(Recommendations found) {
    return found.items().stream().map(RecommendedItem::item).toList();
  }
}
