package dev.akin.bench;

import dev.akin.bench.RetailFile.Purchase;
import dev.akin.evaluate.metric.Bootstrap;
import dev.akin.learn.EventRows;
import dev.akin.learn.HabitTrainer;
import dev.akin.model.CatalogueSnapshot;
import dev.akin.model.Habits;
import dev.akin.rank.score.NextPurchase;
import dev.akin.rank.score.NextPurchase.Purchases;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// How well buying again is foretold: `AgainRun online_retail.csv.gz [DAYS]` learns from all but
/// the last DAYS of Online Retail (45) and ranks what each customer bought before, as far as the
/// 100 newest events go. Relevant is what is bought again, within 30 days of the moment of learning
/// or, just before it, in the customer's next order. Prints NDCG and hit rate of 10 places.
public final class AgainRun {
  private static final double DAY = Duration.ofDays(1).toMillis();
  private static final long ORDER = Duration.ofHours(1).toMillis();
  private static final int HISTORY = 100;
  private static final int CUT = 10;

  private final Map<String, List<Purchase>> customers;
  private final String[] ids;
  private final long moment;
  private final Map<String, Scorer> scorers = new LinkedHashMap<>();

  private AgainRun(Map<String, List<Purchase>> customers, long days) {
    this.customers = customers;
    long end = all().stream().mapToLong(Purchase::time).max().orElseThrow();
    moment = end - Duration.ofDays(days).toMillis();
    ids =
        all().stream()
            .filter(purchase -> purchase.time() < moment)
            .map(Purchase::item)
            .distinct()
            .sorted()
            .toArray(String[]::new);
  }

  /// The score of one item of a past.
  private interface Scorer {
    double of(int item, Purchases past);
  }

  /// @param relevant items of `past`
  private record Case(Map<Integer, Purchases> past, Set<Integer> relevant) {}

  public static void main(String[] arguments) throws IOException {
    String[] words = String.join(" ", arguments).strip().split(" +");
    long days = words.length > 1 ? Long.parseLong(words[1]) : 45;
    new AgainRun(RetailFile.read(Path.of(words[0])), days).run();
  }

  private void run() {
    learn();
    print("bought again within 30 days", cases(false));
    print("bought again in the next order", cases(true));
  }

  private List<Purchase> all() {
    return customers.values().stream().flatMap(Collection::stream).toList();
  }

  private void learn() {
    PurchaseRates rates = new PurchaseRates();
    customers.values().forEach(all -> past(before(all, moment), moment).forEach(rates::add));
    Habits habits =
        Objects.requireNonNull(
            HabitTrainer.fit(
                    rows(), CatalogueSnapshot.of(ids, Map.of()), Instant.ofEpochMilli(moment))
                .habits());
    System.out.println(habits.shop() + ", items " + habits.items().keys().length);
    scorers.put("most recently bought", (_, past) -> -past.lastDaysAgo());
    scorers.put("most often bought", (_, past) -> past.times() - 1e-6 * past.lastDaysAgo());
    scorers.put("repeat customer probability", (item, _) -> rates.repeatCustomers(item));
    scorers.put("Poisson-Gamma", rates::poissonGamma);
    scorers.put("modified Poisson-Gamma", rates::modified);
    scorers.put(
        "again", (item, past) -> NextPurchase.probability(past, habits.of(item, new int[0])));
  }

  private EventRows rows() {
    List<List<Purchase>> rows =
        customers.values().stream().map(all -> before(all, moment)).toList();
    List<Purchase> events = rows.stream().flatMap(Collection::stream).toList();
    int[] starts = new int[rows.size() + 1];
    for (int row = 0; row < rows.size(); row++) {
      starts[row + 1] = starts[row] + rows.get(row).size();
    }
    float[] weights = new float[events.size()];
    boolean[] bought = new boolean[events.size()];
    Arrays.fill(weights, 1);
    Arrays.fill(bought, true);
    return new EventRows(
        ids.length,
        starts,
        events.stream().mapToInt(event -> Arrays.binarySearch(ids, event.item())).toArray(),
        weights,
        events.stream().mapToLong(Purchase::time).toArray(),
        bought,
        0);
  }

  private List<Case> cases(boolean nextOrder) {
    List<Case> cases = new ArrayList<>();
    for (List<Purchase> all : customers.values()) {
      List<Purchase> later = all.stream().filter(one -> one.time() >= moment).toList();
      if (!later.isEmpty()) {
        long now = nextOrder ? later.getFirst().time() : moment;
        long end = nextOrder ? now + ORDER : now + (long) (30 * DAY);
        List<Purchase> known = before(all, now);
        int from = Math.max(0, known.size() - HISTORY);
        Map<Integer, Purchases> past = past(known.subList(from, known.size()), now);
        Set<Integer> relevant =
            later.stream()
                .filter(one -> one.time() < end)
                .map(one -> Arrays.binarySearch(ids, one.item()))
                .filter(past::containsKey)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!relevant.isEmpty()) {
          cases.add(new Case(past, relevant));
        }
      }
    }
    return cases;
  }

  private static List<Purchase> before(List<Purchase> all, long time) {
    return all.stream().filter(one -> one.time() < time).toList();
  }

  /// One purchase a day.
  private Map<Integer, Purchases> past(List<Purchase> some, long now) {
    Map<Integer, List<Long>> times = new TreeMap<>();
    for (Purchase one : some) {
      List<Long> bought =
          times.computeIfAbsent(Arrays.binarySearch(ids, one.item()), _ -> new ArrayList<>());
      if (bought.isEmpty() || (long) (bought.getLast() / DAY) != (long) (one.time() / DAY)) {
        bought.add(one.time());
      }
    }
    Map<Integer, Purchases> past = new TreeMap<>();
    times.forEach((item, bought) ->
        past.put(
            item,
            new Purchases(
                bought.size(), (now - bought.getFirst()) / DAY, (now - bought.getLast()) / DAY)));
    return past;
  }

  private void print(String what, List<Case> cases) {
    System.out.printf(Locale.ROOT, "%s, %d customers%n", what, cases.size());
    Map<String, double[]> quality = new LinkedHashMap<>();
    scorers.forEach((name, scorer) -> {
      double[] gains = cases.stream().mapToDouble(one -> gain(one, scorer)).toArray();
      quality.put(name, gains);
      System.out.printf(
          Locale.ROOT,
          "  %-28s NDCG@%d %.4f  hit rate %.4f%n",
          name,
          CUT,
          Arrays.stream(gains).average().orElse(0),
          Arrays.stream(gains).filter(gain -> gain > 0).count() / (double) gains.length);
    });
    double[] ours = Objects.requireNonNull(quality.get("again"));
    quality.forEach((name, gains) ->
        System.out.println(
            "  again less " + name + ": " + Bootstrap.seeded(1).difference(ours, gains)));
  }

  /// NDCG of one list; of equal scores the lower number comes first.
  private static double gain(Case one, Scorer scorer) {
    List<Integer> order =
        one.past().entrySet().stream()
            .sorted(
                Comparator.comparingDouble((Map.Entry<Integer, Purchases> item) ->
                    -scorer.of(item.getKey(), item.getValue())))
            .map(Map.Entry::getKey)
            .limit(CUT)
            .toList();
    double gain = 0;
    double ideal = 0;
    for (int place = 0; place < CUT; place++) {
      double discount = 1 / (Math.log(place + 2) / Math.log(2));
      gain += place < order.size() && one.relevant().contains(order.get(place)) ? discount : 0;
      ideal += place < one.relevant().size() ? discount : 0;
    }
    return gain / ideal;
  }
}
