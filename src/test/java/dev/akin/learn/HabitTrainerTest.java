package dev.akin.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.model.CatalogueSnapshot;
import dev.akin.model.Habit;
import dev.akin.model.Habits;
import dev.akin.model.HabitsCodec;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Of a shop with beans, a filter and two lamps; the second lamp nobody bought.
final class HabitTrainerTest {
  private static final Instant END = Instant.parse("2026-11-24T00:00:00Z");
  private static final int BEANS = 0;
  private static final int FILTER = 1;
  private static final int LAMP = 2;
  private static final int OTHER_LAMP = 3;

  private final List<List<double[]>> customers = new ArrayList<>();
  private boolean onlyLooks;

  @Test
  void ratesAreOfAllWhoBoughtAndIntervalsOfThoseWhoCameBack() {
    for (int n = 0; n < 50; n++) {
      customer();
      bought(BEANS, 100, 70, 40, 10);
      customer();
      bought(LAMP, 200);
    }

    Habits habits = habits();

    Habit shop = habits.shop();
    assertThat(shop.rate()).isCloseTo(150f / (50 * 100 + 50 * 200), within(1e-6f));
    assertThat(shop.interval()).isEqualTo(30);
    assertThat(shop.spread()).isCloseTo(10 * 0.5f / 160, within(1e-6f));
    Habit drinks = category(shop, 150, 50 * 100);
    Habit lights = category(shop, 0, 50 * 200);
    assertThat(habits.of(BEANS, new int[] {0}).rate())
        .isCloseTo(category(drinks, 150, 50 * 100).rate(), within(1e-6f));
    assertThat(habits.of(LAMP, new int[] {1}).rate())
        .isCloseTo(category(lights, 0, 50 * 200).rate(), within(1e-6f));
    assertThat(habits.items().keys()).contains(LAMP);
  }

  /// The formula of the class, of rates alone.
  private static Habit category(Habit expected, int repeats, int days) {
    return new Habit((float) ((repeats + 10) / (days + 10 / (double) expected.rate())), 30, 0.1f);
  }

  @Test
  void whatSaysTooLittleIsJudgedByItsCategoryAndWithoutOneByTheShop() {
    for (int n = 0; n < 50; n++) {
      customer();
      bought(BEANS, 100, 70, 40, 10);
      customer();
      bought(LAMP, 200);
    }

    Habits habits = habits();

    assertThat(habits.items().keys()).doesNotContain(FILTER, OTHER_LAMP);
    assertThat(habits.of(FILTER, new int[] {0}).rate())
        .as("like the beans it is beside")
        .isGreaterThan(10 * habits.of(OTHER_LAMP, new int[] {1}).rate());
    assertThat(habits.of(-1, new int[0])).isEqualTo(habits.shop());
    assertThat(habits.of(new int[] {0, 1}).rate())
        .isBetween(habits.of(new int[] {1}).rate(), habits.of(new int[] {0}).rate());
  }

  @Test
  void regularIntervalsHaveALittleSpreadAndOthersALarge() {
    Random random = new Random(3);
    for (int n = 0; n < 60; n++) {
      customer();
      bought(BEANS, 120, 90, 60, 30);
      customer();
      double day = 300;
      while (day > 0) {
        bought(LAMP, day);
        day -= 1 - 40 * Math.log(1 - random.nextDouble());
      }
    }

    Habits habits = habits();

    assertThat(habits.of(BEANS, new int[0]).spread()).isLessThan(0.1f);
    assertThat(habits.of(LAMP, new int[0]).spread()).isGreaterThan(0.4f);
  }

  @Test
  void purchasesOfOneDayAreOneAndLooksAndTheFutureAreNone() {
    customer();
    bought(BEANS, 10.3, 10.2, 10.1);
    bought(LAMP, 5, -3);
    assertThat(learned()).isEqualTo(new HabitTrainer.Learned(null, 0));

    onlyLooks = true;
    bought(BEANS, 41, 3);
    assertThat(learned().habits()).isNull();

    onlyLooks = false;
    bought(BEANS, 41);
    assertThat(learned().itemsBoughtAgain()).isEqualTo(1);
    assertThat(habits().shop().interval()).isEqualTo(30);
  }

  @Test
  void theOrderOfEventsHasNoMeaning() {
    customer();
    bought(BEANS, 10, 70, 40);
    bought(LAMP, 20, 90);
    Habits some = habits();
    customers.clear();
    customer();
    bought(LAMP, 90);
    bought(BEANS, 70, 40, 10);
    bought(LAMP, 20);

    Habits same = habits();
    assertThat(same.shop()).isEqualTo(some.shop());
    assertThat(same.of(BEANS, new int[] {0})).isEqualTo(some.of(BEANS, new int[] {0}));
    assertThat(same.items().keys()).containsExactly(some.items().keys());
  }

  /// Every item was bought twice by one customer, the last hundred by two.
  @Test
  void whatSaysMostIsKeptOfALargeCatalogue() {
    int size = HabitTrainer.MOST_ITEMS + 1_000;
    String[] ids = IntStream.range(0, size).mapToObj("%06d"::formatted).toArray(String[]::new);
    int[] starts = {0, 2 * size, 2 * size + 200};
    int[] items = new int[starts[2]];
    long[] times = new long[items.length];
    float[] weights = new float[items.length];
    boolean[] bought = new boolean[items.length];
    for (int e = 0; e < items.length; e++) {
      items[e] = e < starts[1] ? e / 2 : size - 100 + (e - starts[1]) / 2;
      times[e] = END.minus(Duration.ofDays(e % 2 == 0 ? 40 : 10)).toEpochMilli();
      bought[e] = true;
    }
    EventRows rows = new EventRows(size, starts, items, weights, times, bought, 0);
    HabitTrainer.Learned learned = HabitTrainer.fit(rows, CatalogueSnapshot.of(ids, Map.of()), END);

    Habits habits = Objects.requireNonNull(learned.habits());
    assertThat(learned.itemsBoughtAgain()).isEqualTo(size);
    assertThat(habits.items().keys()).hasSize(HabitTrainer.MOST_ITEMS);
    assertThat(habits.items().keys())
        .contains(IntStream.range(size - 100, size).toArray())
        .as("as much as the first, which go first")
        .doesNotContain(size - 101);
    assertThat(HabitsCodec.encode(habits).length).isLessThan(1_000_000);
  }

  private void customer() {
    customers.add(new ArrayList<>());
  }

  private void bought(int item, double... daysAgo) {
    for (double days : daysAgo) {
      customers.getLast().add(new double[] {item, days, onlyLooks ? 0 : 1});
    }
  }

  private Habits habits() {
    return Objects.requireNonNull(learned().habits());
  }

  private HabitTrainer.Learned learned() {
    int size = customers.stream().mapToInt(List::size).sum();
    int[] starts = new int[customers.size() + 1];
    int[] items = new int[size];
    float[] weights = new float[size];
    long[] times = new long[size];
    boolean[] bought = new boolean[size];
    int e = 0;
    for (int customer = 0; customer < customers.size(); customer++) {
      for (double[] event : customers.get(customer)) {
        items[e] = (int) event[0];
        weights[e] = 1;
        times[e] = END.minus(Duration.ofMinutes(Math.round(event[1] * 24 * 60))).toEpochMilli();
        bought[e++] = event[2] > 0;
      }
      starts[customer + 1] = e;
    }
    return HabitTrainer.fit(
        new EventRows(4, starts, items, weights, times, bought, 0), catalogue(), END);
  }

  private static CatalogueSnapshot catalogue() {
    Map<String, Item> items = new HashMap<>();
    for (String id : List.of("a-beans", "b-filter", "c-lamp", "d-lamp")) {
      String category = id.endsWith("lamp") ? "lights" : "drinks";
      items.put(
          id,
          new Item(
              new ItemId(id),
              id,
              null,
              List.of(category),
              List.of(),
              null,
              true,
              END,
              null,
              Map.of()));
    }
    return CatalogueSnapshot.of(items.keySet().stream().sorted().toArray(String[]::new), items);
  }
}
