package dev.akin.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.app.Recommendations.RecommendedItem;
import dev.akin.app.SimilarRequest.Basis;
import dev.akin.model.ReleaseManifest.PartInfo;
import dev.akin.port.Catalog;
import dev.akin.port.ReleaseStore;
import dev.akin.port.StorageException;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.UserId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Filters and fields of similar items. Item `n` of each circle costs `10 + n`; teas are in `Drinks
/// > Tea`, tools in `Home > Tools`.
final class SimilarFilterTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final TestShop shop = TestShop.stocked();
  private final List<String> reads = new ArrayList<>();
  private final Set<String> broken = new HashSet<>();
  private final ReleaseStore watched = watched();
  private final FindSimilarItems similar =
      new FindSimilarItems(
          shop.live(watched, manifest -> SimilarIndex.load(watched, manifest)),
          shop.events,
          shop.catalog,
          shop.settings());

  @BeforeEach
  void train() {
    for (int n = 0; n < TestShop.ITEMS_PER_CIRCLE; n++) {
      shop.catalog.put(List.of(tea(n, 10 + n), TestShop.item("tool", n, "Home > Tools", 10 + n)));
    }
    shop.retrain().run("t");
  }

  @Test
  void aFilterActsBeforeTheCutAndKeepsTheOrder() {
    List<ItemId> all = ids(find(null, 40));

    List<ItemId> found = ids(find("price >= 20 and 'Drinks' in categories", 5));

    assertThat(found).hasSize(5).allMatch(SimilarFilterTest::dearTea);
    assertThat(found)
        .containsExactlyElementsOf(
            all.stream().filter(SimilarFilterTest::dearTea).limit(5).toList());
  }

  @Test
  void theItemItselfIsTheCurrentOneAsItIsNow() {
    assertThat(ids(find("price >= 0.8 * current.price and price < current.price", 40)))
        .as("10.4 to 13")
        .containsExactlyInAnyOrder(id("tea-01"), id("tea-02"), id("tool-01"), id("tool-02"));

    shop.catalog.put(List.of(tea(3, 29)));
    shop.pass(SECOND);

    assertThat(ids(find("price > 0.95 * current.price", 40)))
        .as("more than 27.55")
        .containsExactlyInAnyOrder(id("tea-18"), id("tea-19"), id("tool-18"), id("tool-19"));
  }

  @Test
  void whatAFilterLeavesShortIsFilledWithWhatIsPopularAndPasses() {
    List<RecommendedItem> found = find("'Home' in categories", 15);

    assertThat(ids(found)).hasSize(15).allMatch(id -> id.value().startsWith("tool"));
    assertThat(found).extracting(RecommendedItem::source).contains("popular");
    assertThat(ids(find("'Home' in categories", 100))).as("all there are").hasSize(20);
  }

  @Test
  void aChangeOfASecondAgoCounts() {
    String cheap = "price < 5";
    assertThat(find(cheap, 10)).isEmpty();

    shop.catalog.put(List.of(tea(7, 1), TestShop.item("new", 1, "Drinks > Tea", 2)));
    shop.catalog.delete(id("tea-09"));
    shop.pass(SECOND);

    assertThat(ids(find(cheap, 10))).containsExactly(id("tea-07"), id("new-01"));
    assertThat(ids(find("price > 0", 100))).hasSize(39 + 1 - 1).doesNotContain(id("tea-09"));
  }

  @Test
  void fieldsComeAsTheyAreNow() {
    shop.catalog.put(List.of(tea(4, 99)));
    shop.pass(SECOND);

    List<RecommendedItem> found = find(null, 40, List.of("price"));

    assertThat(found)
        .hasSize(39)
        .allSatisfy(item ->
            assertThat(requireNonNull(item.shown()).price())
                .isEqualTo(shop.catalog.find(item.item()).orElseThrow().price()));
    assertThat(ids(found)).containsExactlyElementsOf(ids(find(null, 40)));
    assertThat(find("price > 0", 5)).allMatch(item -> item.shown() == null);
  }

  @Test
  void aUserAndExclusionsNarrowAFilterFurther() {
    SimilarRequest request =
        new SimilarRequest(
            id("tea-03"),
            40,
            Basis.BEHAVIOUR,
            new UserId("tea-1"),
            Set.of(id("tea-19")),
            ListRules.filter("'Drinks' in categories and not bought()"),
            Detail.PLAIN);

    List<ItemId> found = ids(similar.find(request).items());

    assertThat(found)
        .isNotEmpty()
        .doesNotContain(id("tea-03"), id("tea-19"))
        .doesNotContainAnyElementsOf(
            shop.events.newest(new UserId("tea-1"), 100).stream()
                .map(event -> event.item())
                .toList());
  }

  @Test
  void aListIsFullAlsoOfWhatTheShortPopularListDoesNotHave() {
    shop.catalog.put(List.of(TestShop.item("new", 1, "Drinks > Tea", 2)));
    shop.pass(SECOND);

    assertThat(ids(find(null, 40))).hasSize(40).contains(id("new-01"));
    assertThat(ids(find(null, 100))).hasSize(40).doesNotContain(id("tea-03"));
  }

  @Test
  void aShopThatWasTrainedEmptyShowsItsNewest() {
    TestShop late = new TestShop();
    late.retrain().run("t");
    late.catalog.put(List.of(tea(3, 10), tea(4, 10), tea(5, 10)));
    late.pass(SECOND);

    List<RecommendedItem> found = late.findSimilarItems().find(request(null, 5, List.of())).items();

    assertThat(ids(found)).containsExactlyInAnyOrder(id("tea-04"), id("tea-05"));
    assertThat(found).extracting(RecommendedItem::source).containsOnly("newest");
  }

  @Test
  void aShortListIsBetterThanNoneWhileTheCatalogueOfTheReleaseIsDamaged() {
    broken.add("catalogue");

    assertThat(find(null, 100)).hasSize(39);
  }

  @Test
  void theCatalogueIsReadOnceAndOnlyWhenItIsAskedFor() {
    find(null, 5);
    assertThat(reads).containsExactly("popular-list");
    for (int n = 0; n < 3; n++) {
      find("price > 12", 5);
      find(null, 5, List.of("title"));
    }
    assertThat(reads).containsExactlyInAnyOrder("popular-list", "catalogue", "popularity");
  }

  @Test
  void whileTheCatalogueOfTheReleaseIsDamagedTheItemsThemselvesAreJudged() {
    broken.add("catalogue");

    List<ItemId> found = ids(find("price >= 20 and 'Drinks' in categories", 5));

    assertThat(found).hasSize(5).allMatch(SimilarFilterTest::dearTea);
    find("price > 1", 5);
    assertThat(reads).as("it is not tried for every request").containsOnlyOnce("catalogue");
    broken.clear();
    shop.pass(Duration.ofSeconds(30));
    assertThat(ids(find("price >= 20 and 'Drinks' in categories", 5))).isEqualTo(found);
    assertThat(reads.stream().filter("catalogue"::equals)).hasSize(2);
  }

  @Test
  void whatCannotBeJudgedIsNotAnswered() {
    broken.add("catalogue");
    Catalog down =
        (Catalog)
            Proxy.newProxyInstance(
                Catalog.class.getClassLoader(),
                new Class<?>[] {Catalog.class},
                (_, method, _) -> {
                  throw new StorageException(method.getName() + " is down");
                });
    FindSimilarItems blind =
        new FindSimilarItems(
            shop.live(watched, manifest -> SimilarIndex.load(watched, manifest)),
            shop.events,
            down,
            shop.settings());

    assertThatThrownBy(() -> blind.find(request("price > 1", 5, List.of())))
        .isInstanceOf(StorageException.class);
    assertThat(blind.find(request(null, 5, List.of())).items()).hasSize(5);
  }

  @Test
  void badFiltersAreRefusedWithTheirPlace() {
    assertThatThrownBy(() -> find("price > 3 and attributes.brnad = 'b0'", 5))
        .isInstanceOfSatisfying(
            InvalidFieldException.class,
            refused -> {
              assertThat(refused.field()).isEqualTo("filter");
              assertThat(refused.column()).isEqualTo(15);
            });
    assertThatThrownBy(() -> find("price < $most", 5))
        .isInstanceOfSatisfying(
            InvalidFieldException.class,
            refused -> assertThat(refused.code()).isEqualTo("parameter"));
  }

  @Test
  void beforeTheFirstTrainingTheNewestPassAFilterToo() {
    TestShop fresh = new TestShop();
    for (int n = 0; n < 12; n++) {
      fresh.catalog.put(List.of(tea(n, 10 + n)));
    }

    List<RecommendedItem> found =
        fresh
            .findSimilarItems()
            .find(request("price < current.price", 5, List.of("title")))
            .items();

    assertThat(ids(found)).containsExactly(id("tea-00"), id("tea-01"), id("tea-02"));
    assertThat(found).allMatch(item -> item.shown() != null);
  }

  private static boolean dearTea(ItemId id) {
    return id.value().compareTo("tea-10") >= 0 && id.value().startsWith("tea");
  }

  private List<RecommendedItem> find(@Nullable String filter, int limit) {
    return find(filter, limit, List.of());
  }

  private List<RecommendedItem> find(@Nullable String filter, int limit, List<String> fields) {
    return similar.find(request(filter, limit, fields)).items();
  }

  private static SimilarRequest request(@Nullable String filter, int limit, List<String> fields) {
    return new SimilarRequest(
        id("tea-03"),
        limit,
        Basis.BEHAVIOUR,
        null,
        Set.of(),
        ListRules.filter(filter),
        new Detail(false, fields));
  }

  private static List<ItemId> ids(List<RecommendedItem> items) {
    return items.stream().map(RecommendedItem::item).toList();
  }

  private static ItemId id(String id) {
    return new ItemId(id);
  }

  private static Item tea(int number, double price) {
    return TestShop.item("tea", number, "Drinks > Tea", price);
  }

  /// The shop's releases, of which some parts may be broken, and which notes what is read whole.
  private ReleaseStore watched() {
    return (ReleaseStore)
        Proxy.newProxyInstance(
            ReleaseStore.class.getClassLoader(),
            new Class<?>[] {ReleaseStore.class},
            (_, method, arguments) -> {
              if (method.getName().equals("read")) {
                String part = ((PartInfo) arguments[1]).name();
                synchronized (reads) {
                  reads.add(part);
                }
                if (broken.contains(part)) {
                  throw new StorageException(part + " is broken");
                }
              }
              try {
                return method.invoke(shop.releases, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
