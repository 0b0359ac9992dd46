package dev.akin.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.app.ListRules.Capping;
import dev.akin.app.ListRules.Pinning;
import dev.akin.app.ListRules.Promoting;
import dev.akin.app.Recommendations.RecommendedItem;
import dev.akin.math.SeededRandom;
import dev.akin.shop.AttributeValue;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.Price;
import dev.akin.shop.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever a shop does between two pages, no item comes twice, and when the pages end everything
/// that could be shown then has been.
///
/// Two sandboxes answer in turn. Between the pages items are added, sell out, come back, are
/// deleted, and get dearer or cheaper.
final class WalkPropertyTest {
  private static final double MOST = 50;
  private static final int WALKS = 12;

  private final TestShop shop = TestShop.stocked();
  private final RecommendItems one = shop.recommendItems();
  private final RecommendItems other = shop.recommendItems();
  private int added;

  @ParameterizedTest
  @CsvSource({"1,true", "2,true", "3,true", "4,true", "5,false", "6,false"})
  void aWalkNeverRepeatsAndReachesEverything(long seed, boolean trained) {
    SeededRandom random = new SeededRandom(seed);
    for (String id : ids()) {
      shop.catalog.put(List.of(item(id, random)));
    }
    if (trained) {
      shop.retrain().run("t");
    }
    for (int walk = 0; walk < WALKS; walk++) {
      walk(random);
    }
  }

  private void walk(SeededRandom random) {
    ListOptions options = options(random);
    UserId user = new UserId((random.nextInt(2) == 0 ? "tea-" : "tool-") + random.nextInt(40));
    Set<ItemId> shown = new LinkedHashSet<>();
    String cursor = null;
    int page = 0;
    do {
      shop.pass(Duration.ofSeconds(1 + random.nextInt(8)));
      Recommendations found = page(user, options, cursor, page++);
      for (RecommendedItem place : found.items()) {
        assertThat(shown.add(place.item())).as("%s came before page %s", place, page).isTrue();
        assertThat(fits(shop.catalog.find(place.item()).orElseThrow())).as("%s", place).isTrue();
      }
      cursor = found.cursor();
      if (cursor == null) {
        assertThat(shown).containsAll(fitting());
      } else {
        change(random);
      }
    } while (cursor != null);
    assertThat(page).as("pages").isGreaterThan(1);
  }

  private Recommendations page(
      UserId user, ListOptions options, @Nullable String cursor, int page) {
    RecommendRequest request =
        new RecommendRequest(new HistorySource.OfSubject(user), options, cursor);
    return (page % 2 == 0 ? one : other).recommend(request);
  }

  private static ListOptions options(SeededRandom random) {
    ListRules rules =
        ListRules.of(
            "price <= " + MOST,
            List.of(),
            List.of(
                new Pinning(new ItemId("tea-03"), 1 + random.nextInt(40)),
                new Pinning(new ItemId("new-1"), 41 + random.nextInt(40))),
            List.of(new Promoting("b", "attributes.brand = 'b1'", 0.3)),
            List.of(new Capping("attributes.brand", 0, 2)));
    return ListOptions.USUAL
        .withLimit(3 + random.nextInt(10))
        .with(new Narrowing(null, Set.of(), false, List.of()))
        .with(
            random.nextInt(3) == 0
                ? ListRules.of("price <= " + MOST, List.of(), List.of(), List.of(), List.of())
                : rules)
        .with(new Tuning(random.nextDouble(), 0.2, random.nextDouble(), 0, 0.5));
  }

  private void change(SeededRandom random) {
    List<String> ids = ids();
    for (int change = random.nextInt(6); change > 0; change--) {
      String id = ids.get(random.nextInt(ids.size()));
      switch (random.nextInt(8)) {
        case 0 -> shop.catalog.delete(new ItemId(id));
        case 1, 2, 3 -> shop.catalog.put(List.of(item("new-" + added++, random)));
        default -> shop.catalog.put(List.of(item(id, random)));
      }
    }
    shop.pass(Duration.ofSeconds(1));
  }

  /// Of all items that there ever were.
  private List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (int n = 0; n < TestShop.ITEMS_PER_CIRCLE; n++) {
      ids.add("tea-%02d".formatted(n));
      ids.add("tool-%02d".formatted(n));
    }
    for (int n = 0; n < added; n++) {
      ids.add("new-" + n);
    }
    return ids;
  }

  private Set<ItemId> fitting() {
    Set<ItemId> fitting = new LinkedHashSet<>();
    for (String id : ids()) {
      shop.catalog
          .find(new ItemId(id))
          .filter(WalkPropertyTest::fits)
          .ifPresent(item -> fitting.add(item.id()));
    }
    return fitting;
  }

  private static boolean fits(Item item) {
    return item.available() && item.price() != null && item.price().amount() <= MOST;
  }

  /// One in four is sold out, one in five too dear.
  private static Item item(String id, SeededRandom random) {
    return new Item(
        new ItemId(id),
        "The " + id,
        null,
        List.of(),
        List.of(),
        new Price(1 + random.nextInt(60), "EUR"),
        random.nextInt(4) > 0,
        TestShop.NOW,
        null,
        Map.of("brand", new AttributeValue.Text("b" + random.nextInt(3))));
  }
}
