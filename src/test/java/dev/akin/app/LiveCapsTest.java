package dev.akin.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.app.ListRules.Capping;
import dev.akin.app.Recommendations.RecommendedItem;
import dev.akin.shop.AttributeValue;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One variant of each product, as products are now. When the shop trained, `cup-0` was the newest
/// of ten, and each was a product of its own: `p-0` to `p-9`.
final class LiveCapsTest {
  private static final HistorySource ANN = new HistorySource.OfSubject(new UserId("ann"));

  private final TestShop shop = new TestShop();
  private final RecommendItems recommend = shop.recommendItems();

  @BeforeEach
  void train() {
    for (int n = 0; n < 10; n++) {
      put("cup-" + n, -n, text("p-" + n));
    }
    shop.retrain().run("t");
    assertThat(newest()).containsExactly("cup-0", "cup-1", "cup-2", "cup-3", "cup-4");
  }

  @Test
  void variantsThatCameSinceTheTrainingCount() {
    put("blue-0", 3, text("p-0"));
    put("new-red", 2, text("new"));
    put("new-blue", 1, text("new"));
    shop.pass(Duration.ofSeconds(1));

    assertThat(newest()).containsExactly("blue-0", "new-red", "cup-1", "cup-2", "cup-3");
    Verdict capped = explain("new-blue");
    assertThat(capped.rule()).isEqualTo("caps[0]");
    assertThat(capped.detail()).isEqualTo("new");
  }

  @Test
  void anItemCountsForTheProductThatItBelongsToNow() {
    put("cup-1", -1, text("p-2"));
    put("cup-5", -5, text("p-3"));
    shop.pass(Duration.ofSeconds(1));

    assertThat(newest()).containsExactly("cup-0", "cup-1", "cup-3", "cup-4", "cup-6");
    assertThat(explain("cup-5").detail()).isEqualTo("p-3");
  }

  @Test
  void aValueIsTheSameByTypeAndTextWhicheverCatalogueHasIt() {
    put("cup-1", -1, new AttributeValue.Number(7));
    put("cup-2", -2, text("7"));
    put("cup-3", -3, new AttributeValue.Flag(true));
    shop.pass(Duration.ofSeconds(1));
    assertThat(newest()).containsExactly("cup-0", "cup-1", "cup-2", "cup-3", "cup-4");
    shop.retrain().run("again");
    shop.pass(Duration.ofMinutes(1));

    put("cup-4", -4, new AttributeValue.Number(7));
    put("cup-5", -5, new AttributeValue.Flag(true));
    put("cup-6", -6, text("7"));
    put("cup-7", -7, new AttributeValue.Flag(false));
    shop.pass(Duration.ofSeconds(1));

    assertThat(newest(7))
        .containsExactly("cup-0", "cup-1", "cup-2", "cup-3", "cup-7", "cup-8", "cup-9");
  }

  @Test
  void whatNobodyHadWhenTheShopTrainedIsCountedAllTheSame() {
    for (int n = 0; n < 3; n++) {
      shop.catalog.put(List.of(item("cup-" + n, -n, Map.of("series", text("s")), "Home > Cups")));
    }
    shop.pass(Duration.ofSeconds(1));

    assertThat(ids(list(new Capping("attributes.series", 0, 1), 4)))
        .containsExactly("cup-0", "cup-3", "cup-4", "cup-5");
    assertThat(ids(list(new Capping("categories", 1, 2), 4)))
        .containsExactly("cup-0", "cup-1", "cup-3", "cup-4");
  }

  @Test
  void aStrictCapShowsOneOfSeveralVariantsOverAllPagesAndLists() {
    for (int n = 0; n < 10; n++) {
      put("blue-" + n, 1, text("p-" + n));
      put("red-" + n, -20, text("p-" + n));
    }
    shop.pass(Duration.ofSeconds(1));
    ListOptions strict = options(new Capping("attributes.product", 0, 1, true), 4);
    List<String> walked = new ArrayList<>();
    String cursor = null;
    do {
      Recommendations page = recommend.recommend(new RecommendRequest(ANN, strict, cursor));
      assertThat(page.items()).isNotEmpty();
      walked.addAll(ids(page));
      cursor = page.cursor();
    } while (cursor != null);

    assertThat(walked).hasSize(10).allMatch(id -> id.startsWith("blue-")).doesNotHaveDuplicates();
    assertThat(ids(recommend.recommend(new RecommendRequest(ANN, strict.withLimit(100)))))
        .as("rather empty places than a second variant")
        .containsExactlyInAnyOrderElementsOf(walked);
    assertThat(products(screen(strict, strict.withStrategy("popular"))))
        .hasSize(8)
        .doesNotHaveDuplicates();
  }

  @Test
  void promotionsKeepAStrictCapOverAllPagesAndListsToo() {
    for (int n = 0; n < 10; n++) {
      put("blue-" + n, 1, text("p-" + n));
    }
    shop.pass(Duration.ofSeconds(1));
    ListOptions strict =
        options(new Capping("attributes.product", 0, 1, true), 4)
            .with(
                ListRules.of(
                    null,
                    List.of(),
                    List.of(),
                    List.of(new ListRules.Promoting("p-3", "attributes.product = \"p-3\"", 0.5)),
                    List.of(new Capping("attributes.product", 0, 1, true))));

    Recommendations page = recommend.recommend(new RecommendRequest(ANN, strict));
    List<String> pages = new ArrayList<>(ids(page));
    String cursor = page.cursor();
    assertThat(cursor).isNotNull();
    pages.addAll(ids(recommend.recommend(new RecommendRequest(ANN, strict, cursor))));
    assertThat(products(pages)).hasSize(8).contains("3").doesNotHaveDuplicates();

    assertThat(products(screen(strict, strict))).hasSize(8).contains("3").doesNotHaveDuplicates();
  }

  private static List<String> products(List<String> ids) {
    return ids.stream().map(id -> id.substring(id.length() - 1)).toList();
  }

  private List<String> newest() {
    return newest(5);
  }

  private List<String> newest(int limit) {
    return ids(list(new Capping("attributes.product", 0, 1), limit));
  }

  private Recommendations list(Capping cap, int limit) {
    return recommend.recommend(new RecommendRequest(ANN, options(cap, limit)));
  }

  private Verdict explain(String item) {
    ListOptions options = options(new Capping("attributes.product", 0, 1), 5);
    return recommend
        .explain(new ExplainRequest(ANN, options, new ItemId(item)))
        .orElseThrow()
        .verdict();
  }

  private static ListOptions options(Capping cap, int limit) {
    return ListOptions.USUAL
        .withStrategy("newest")
        .withLimit(limit)
        .with(new Narrowing(null, Set.of(), false, List.of()))
        .with(ListRules.of(null, List.of(), List.of(), List.of(), List.of(cap)));
  }

  private void put(String id, int days, AttributeValue product) {
    shop.catalog.put(List.of(item(id, days, Map.of("product", product), "Cups")));
  }

  private static Item item(
      String id, int days, Map<String, AttributeValue> attributes, String category) {
    return new Item(
        new ItemId(id),
        id,
        null,
        List.of(category),
        List.of(),
        null,
        true,
        TestShop.NOW.plus(Duration.ofDays(days)),
        null,
        attributes);
  }

  private static AttributeValue text(String text) {
    return new AttributeValue.Text(text);
  }

  private static List<String> ids(Recommendations found) {
    return found.items().stream().map(RecommendedItem::item).map(ItemId::value).toList();
  }

  /// What two lists of one request show.
  private List<String> screen(ListOptions first, ListOptions second) {
    List<ListsRequest.Named> named =
        List.of(new ListsRequest.Named("first", first), new ListsRequest.Named("second", second));
    return recommend.recommend(new ListsRequest(ANN, named)).lists().stream()
        .flatMap(list -> ids(list.found()).stream())
        .toList();
  }
}
