package dev.akin.learn;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.akin.math.SeededRandom;
import dev.akin.model.CatalogueSnapshot;
import dev.akin.model.ContextLifts;
import dev.akin.model.ContextLiftsCodec;
import dev.akin.shop.Action;
import dev.akin.shop.Attribution;
import dev.akin.shop.Event;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.UserId;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Items 0 to 9 are in `Home > Lamps`, 10 to 19 in `Home > Rugs`.
final class ContextTrainerTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final int ITEMS = 20;

  private final List<Event> events = new ArrayList<>();

  @Test
  void whatIsWantedMoreOftenInAContextIsLiftedAndTheRestLowered() {
    for (int customer = 0; customer < 100; customer++) {
      boolean mobile = customer % 2 == 0;
      for (int n = 0; n < 5; n++) {
        look(customer, (mobile ? 0 : 10) + (customer + n) % 10, device(mobile));
      }
      look(customer, (mobile ? 10 : 0) + customer % 10, device(mobile));
    }
    ContextLifts lifts = fit();

    assertThat(lifts.keys()).extracting(ContextLifts.Key::name).containsExactly("device");
    assertThat(categoryLog(lifts, "mobile", 0)).isBetween(0.3, Math.log(5.0 / 3));
    assertThat(categoryLog(lifts, "mobile", 1)).isLessThan(-0.3);
    assertThat(categoryLog(lifts, "desktop", 1)).isBetween(0.3, Math.log(5.0 / 3));
    assertThat(value(lifts, "mobile").items()).as("no item differs from its category").isEmpty();
  }

  @Test
  void anItemThatDiffersFromItsCategoryHasALiftOfItsOwn() {
    for (int customer = 0; customer < 400; customer++) {
      boolean mobile = customer % 2 == 0;
      look(customer, mobile ? 3 : 4, device(mobile));
      look(customer, customer / 2 % 10, device(mobile));
      look(customer, 10 + customer / 2 % 10, device(mobile));
    }
    ContextLifts.Value mobile = value(fit(), "mobile");

    assertThat(mobile.items()).containsExactly(3, 4);
    assertThat(mobile.itemLogs()[0]).isGreaterThan(0.3f);
    assertThat(mobile.itemLogs()[1]).isLessThan(-0.3f);
  }

  @Test
  void whatChanceExplainsIsNoLift() {
    for (int seed = 0; seed < 20; seed++) {
      events.clear();
      SeededRandom random = new SeededRandom(seed);
      for (int customer = 0; customer < 200; customer++) {
        Map<String, String> context = device(random.nextInt(2) == 0);
        for (int n = 0; n < 4; n++) {
          look(customer, random.nextInt(ITEMS), context);
        }
      }
      assertThat(fit()).as("seed " + seed).isEqualTo(ContextLifts.NONE);
    }
  }

  /// Of every hour and weekday there are counts of every item; what is made of them is made for one
  /// value at a time.
  @Test
  void aLargeCatalogueTakesTheMemoryOfItsCounts() {
    int items = 100_000;
    String[] ids =
        IntStream.range(0, items).mapToObj(item -> "%06d".formatted(item)).toArray(String[]::new);
    InteractionCollector collector = new InteractionCollector();
    for (int customer = 0; customer < 24 * ContextLifts.LEAST_CUSTOMERS; customer++) {
      collector.add(
          new Event(
              "e" + customer,
              new UserId("u" + customer),
              null,
              new ItemId(ids[customer]),
              NOON.plus(Duration.ofHours(customer)),
              new Action.View(),
              Attribution.NONE));
    }
    EventRows rows = collector.rows(ids);
    CatalogueSnapshot catalogue = CatalogueSnapshot.of(ids, Map.of());
    long before = allocated();

    new ContextTrainer().fit(rows, collector.contexts(), catalogue, Long.MAX_VALUE);

    assertThat(allocated() - before).isLessThan(600L * items);
  }

  /// Bytes of this thread so far.
  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  @Test
  void aValueThatFewerThanTenCustomersHaveIsInNoRelease() {
    assertThat(ofCountry(ContextLifts.LEAST_CUSTOMERS)).contains("XX");
    assertThat(ofCountry(ContextLifts.LEAST_CUSTOMERS - 1)).doesNotContain("XX").contains("common");
  }

  /// The bytes of the lifts where so many customers are of a country, each with many events.
  private String ofCountry(int customers) {
    events.clear();
    for (int customer = 0; customer < 200; customer++) {
      boolean rare = customer < customers;
      for (int n = 0; n < 10; n++) {
        int item = rare || customer % 2 == 0 ? n : 10 + n;
        look(customer, item, Map.of("country", rare ? "XX" : customer % 2 == 0 ? "common" : "DE"));
      }
    }
    return new String(ContextLiftsCodec.encode(fit()), StandardCharsets.ISO_8859_1);
  }

  @Test
  void noLiftRestsOnFewerThanTenCustomers() {
    for (int customer = 0; customer < 60; customer++) {
      boolean mobile = customer % 2 == 0;
      look(customer, mobile ? customer % 10 : 10 + customer % 10, device(mobile));
    }
    for (int customer = 0; customer < 9; customer++) {
      look(2 * customer, 19, device(true));
    }
    for (ContextLifts.Value value : fit().keys().getFirst().values()) {
      assertThat(value.items()).as("nine customers are too few for item 19").isEmpty();
      assertThat(value.categories()).isNotEmpty();
    }
  }

  @Test
  void theOrderOfEventsChangesNoByte() {
    SeededRandom random = new SeededRandom(3);
    for (int customer = 0; customer < 80; customer++) {
      boolean mobile = random.nextInt(2) == 0;
      look(customer, (mobile ? 0 : 10) + random.nextInt(10), device(mobile));
      look(customer, random.nextInt(20), Map.of("country", "c" + random.nextInt(4)));
    }
    byte[] before = ContextLiftsCodec.encode(fit());
    int[] order = IntStream.range(0, events.size()).toArray();
    random.shuffle(order);
    List<Event> shuffled = Arrays.stream(order).mapToObj(events::get).toList();
    events.clear();
    events.addAll(shuffled);

    assertThat(ContextLiftsCodec.encode(fit())).isEqualTo(before);
    assertThat(fit().keys()).isNotEmpty();
  }

  private ContextLifts fit() {
    InteractionCollector collector = new InteractionCollector();
    events.forEach(collector::add);
    String[] ids =
        IntStream.range(0, ITEMS).mapToObj(ContextTrainerTest::id).toArray(String[]::new);
    Map<String, Item> items = new TreeMap<>();
    for (int n = 0; n < ITEMS; n++) {
      items.put(ids[n], item(ids[n], n < 10 ? "Home > Lamps" : "Home > Rugs"));
    }
    return new ContextTrainer()
        .fit(
            collector.rows(ids),
            collector.contexts(),
            CatalogueSnapshot.of(ids, items),
            Long.MAX_VALUE);
  }

  private static Item item(String id, String category) {
    return new Item(
        new ItemId(id), null, null, List.of(category), List.of(), null, true, null, null, Map.of());
  }

  private static String id(int item) {
    return "i%02d".formatted(item);
  }

  private static ContextLifts.Value value(ContextLifts lifts, String word) {
    return Objects.requireNonNull(
        Objects.requireNonNull(lifts.key("device"), "no key").value(word), word);
  }

  private static double categoryLog(ContextLifts lifts, String word, int category) {
    ContextLifts.Value value = value(lifts, word);
    int at = Arrays.binarySearch(value.categories(), category);
    return at < 0 ? 0 : value.categoryLogs()[at];
  }

  private static Map<String, String> device(boolean mobile) {
    return Map.of("device", mobile ? "mobile" : "desktop");
  }

  private void look(int customer, int item, Map<String, String> context) {
    events.add(
        new Event(
            "e" + events.size(),
            new UserId("u" + customer),
            null,
            new ItemId(id(item)),
            NOON,
            new Action.View(),
            new Attribution(null, List.of(), context)));
  }
}
