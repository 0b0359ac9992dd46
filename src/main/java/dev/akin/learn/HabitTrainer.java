package dev.akin.learn;

import dev.akin.model.CatalogueSnapshot;
import dev.akin.model.Habit;
import dev.akin.model.Habits;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Learns how items are bought again. Of every customer `u` and item `i` it counts the days with a
/// purchase, `k_ui`, the days from the first of them to the end, `t_ui`, and the gaps between them.
///
/// ```
/// rate_i     = (sum_u (k_ui - 1) + s) / (sum_u t_ui + s / rate_c)
/// interval_i = (sum of gaps + s * interval_c) / (number of gaps + s)
/// spread_i   = (sum of (gap / interval_i - 1)^2 + s * spread_c) / (number of gaps + s)
/// ```
///
/// `c` is what is expected of the item: the mean of its categories, which are drawn towards the
/// shop by the same formulas; s = [HabitTally#CAUTION]. The rate is the mean of a Gamma prior of
/// Poisson purchases (Bhagat et al., KDD 2018), estimated with the customers who never came back: a
/// repeat customer probability and how soon repeaters come are one number, and nobody counts as
/// lost who bought yesterday.
///
/// Purchases of one day are one purchase. Returns are not taken out: who sent one back may have
/// bought another size. Costs a sort of every customer's purchases; 32 bytes per item and category.
/// Nothing is random; without a repeat purchase there is nothing to learn.
public final class HabitTrainer {
  /// The habits of items take 16 bytes each: under 1 MB.
  static final int MOST_ITEMS = 60_000;

  private static final long DAY = Duration.ofDays(1).toMillis();

  private final CatalogueSnapshot catalogue;
  private final HabitTally items;
  private final HabitTally categories;
  private final HabitTally shop = new HabitTally(1);

  private HabitTrainer(CatalogueSnapshot catalogue) {
    this.catalogue = catalogue;
    items = new HabitTally(catalogue.size());
    categories = new HabitTally(catalogue.categoryNames().length);
  }

  /// @param habits null if nobody bought anything twice
  /// @param itemsBoughtAgain how many items somebody bought twice
  public record Learned(@Nullable Habits habits, long itemsBoughtAgain) {}

  /// @param end what happened from here on is not counted
  public static Learned fit(EventRows rows, CatalogueSnapshot catalogue, Instant end) {
    HabitTrainer trainer = new HabitTrainer(catalogue);
    for (int subject = 0; subject < rows.subjects(); subject++) {
      trainer.add(purchases(rows, subject, end.toEpochMilli()), end);
    }
    return trainer.learned();
  }

  /// What a customer bought on which day, each once: the item in the upper bits, the day in the
  /// lower ones, ascending.
  private static long[] purchases(EventRows rows, int subject, long end) {
    return IntStream.range(rows.starts()[subject], rows.starts()[subject + 1])
        .filter(e -> rows.bought()[e] && rows.times()[e] < end)
        .mapToLong(e -> ((long) rows.items()[e] << 32) | Math.floorDiv(rows.times()[e], DAY))
        .sorted()
        .distinct()
        .toArray();
  }

  private void add(long[] purchases, Instant end) {
    long[] days = Arrays.stream(purchases).map(purchase -> purchase & 0xffffffffL).toArray();
    long last = Math.floorDiv(end.toEpochMilli(), DAY);
    for (int from = 0; from < days.length; ) {
      int item = (int) (purchases[from] >> 32);
      int to = from;
      while (to < days.length && (int) (purchases[to] >> 32) == item) {
        to++;
      }
      items.add(item, days, from, to, last);
      from = to;
    }
  }

  private Learned learned() {
    for (int item = 0; item < catalogue.size(); item++) {
      shop.add(0, items, item);
      for (int category : categoriesOf(item)) {
        categories.add(category, items, item);
      }
    }
    if (shop.repeats(0) == 0) {
      return new Learned(null, 0);
    }
    long again =
        IntStream.range(0, catalogue.size()).filter(item -> items.repeats(item) > 0).count();
    Habit all = shop.habit(0);
    int[] known =
        IntStream.range(0, catalogue.categoryNames().length)
            .filter(category -> categories.evidence(category, all) >= 1)
            .toArray();
    Habit[] ofCategories =
        Arrays.stream(known).mapToObj(key -> categories.habit(key, all)).toArray(Habit[]::new);
    Habits.Table byCategory = Habits.Table.of(known, ofCategories);
    Habits expected = new Habits(all, Habits.Table.of(new int[0], new Habit[0]), byCategory);
    return new Learned(new Habits(all, byItem(expected), byCategory), again);
  }

  private Habits.Table byItem(Habits expected) {
    int[] known =
        IntStream.range(0, catalogue.size())
            .filter(item -> evidence(item, expected) >= 1)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer item) -> -evidence(item, expected))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(MOST_ITEMS)
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray();
    return Habits.Table.of(
        known,
        Arrays.stream(known)
            .mapToObj(item -> items.habit(item, expected.of(categoriesOf(item))))
            .toArray(Habit[]::new));
  }

  private double evidence(int item, Habits expected) {
    return items.evidence(item, expected.of(categoriesOf(item)));
  }

  private int[] categoriesOf(int item) {
    return Arrays.copyOfRange(
        catalogue.categories(),
        catalogue.categoryStarts()[item],
        catalogue.categoryStarts()[item + 1]);
  }
}
