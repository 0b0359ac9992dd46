package dev.akin.app;

import dev.akin.app.Recommendations.Bought;
import dev.akin.model.CatalogueSnapshot;
import dev.akin.model.Habit;
import dev.akin.model.Habits;
import dev.akin.rank.score.NextPurchase;
import dev.akin.rank.score.NextPurchase.Purchases;
import dev.akin.shop.Action;
import dev.akin.shop.ItemId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a visitor bought, as far as the history that was read goes, and how likely each of it is
/// bought again now. Purchases of one day are one; a return takes the last one back, a dislike all
/// of them.
final class DueItems {
  private static final double DAY_MILLIS = Duration.ofDays(1).toMillis();

  private final Shelf shelf;
  private final Habits habits;
  private final Map<Integer, Purchases> purchases;

  private DueItems(Shelf shelf, Habits habits, Map<Integer, Purchases> purchases) {
    this.shelf = shelf;
    this.habits = habits;
    this.purchases = purchases;
  }

  /// Null if the visitor bought nothing that there is, or the release knows no habits.
  static @Nullable DueItems of(Visitor visitor) {
    Habits habits = visitor.shelf().served().habits();
    if (habits == null) {
      return null;
    }
    Map<Integer, Purchases> purchases = purchases(visitor);
    return purchases.isEmpty() ? null : new DueItems(visitor.shelf(), habits, purchases);
  }

  private static Map<Integer, Purchases> purchases(Visitor visitor) {
    Map<ItemId, List<Instant>> times = new HashMap<>();
    for (Histories.Step step : inTurn(Histories.until(visitor.asOf(), visitor.steps()))) {
      List<Instant> bought = times.computeIfAbsent(step.item(), _ -> new ArrayList<>());
      switch (step.action()) {
        case Action.Purchase _ -> {
          if (bought.isEmpty() || !day(bought.getLast()).equals(day(step.time()))) {
            bought.add(step.time());
          }
        }
        case Action.Return _ -> {
          if (!bought.isEmpty()) {
            bought.removeLast();
          }
        }
        case Action.Dislike _ -> bought.clear();
        default -> {}
      }
    }
    Map<Integer, Purchases> purchases = new TreeMap<>();
    times.forEach((id, bought) -> {
      Integer item = visitor.numbers().get(id);
      if (item != null && !bought.isEmpty()) {
        purchases.put(
            item,
            new Purchases(
                bought.size(),
                days(bought.getFirst(), visitor.asOf()),
                days(bought.getLast(), visitor.asOf())));
      }
    });
    return purchases;
  }

  /// The oldest first; of what happened at once, as all of a past that is sent along, purchases
  /// before what takes them back.
  private static List<Histories.Step> inTurn(List<Histories.Step> steps) {
    return steps.stream()
        .sorted(
            Comparator.comparing(Histories.Step::time)
                .thenComparing(step -> !(step.action() instanceof Action.Purchase)))
        .toList();
  }

  private static LocalDate day(Instant time) {
    return time.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static double days(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / DAY_MILLIS;
  }

  /// What was bought.
  BitSet items() {
    BitSet items = new BitSet(shelf.size());
    purchases.keySet().forEach(items::set);
    return items;
  }

  /// The probability that it is bought again, above 0, of what was bought; 0 of everything else.
  float[] scores() {
    float[] scores = new float[shelf.size()];
    purchases.forEach((item, past) ->
        scores[item] =
            Math.max(Float.MIN_NORMAL, (float) NextPurchase.probability(past, habit(item))));
    return scores;
  }

  /// The visitor's past with an item that was bought; null for any other.
  @Nullable Bought bought(int item) {
    Purchases past = purchases.get(item);
    if (past == null) {
      return null;
    }
    // How often others buy it again is no habit of somebody who bought it once.
    Integer everyDays = past.times() > 1 ? usualDays(past, item) : null;
    return new Bought(past.times(), (int) past.lastDaysAgo(), everyDays);
  }

  private int usualDays(Purchases past, int item) {
    return (int) Math.max(1, Math.round(NextPurchase.usualDays(past, habit(item))));
  }

  /// What came since the release is judged by its categories as they are now.
  private Habit habit(int item) {
    CatalogueSnapshot release = shelf.release();
    if (item >= shelf.known()) {
      return habits.of(Catalogues.numbersOf(release, shelf.item(item).categories()));
    }
    int[] starts = release.categoryStarts();
    return habits.of(
        item, Arrays.copyOfRange(release.categories(), starts[item], starts[item + 1]));
  }
}
