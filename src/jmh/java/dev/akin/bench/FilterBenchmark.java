package dev.akin.bench;

import dev.akin.math.SeededRandom;
import dev.akin.model.CatalogueSnapshot;
import dev.akin.rank.filter.Checked;
import dev.akin.rank.filter.Condition;
import dev.akin.rank.filter.ExpressionLimits;
import dev.akin.rank.filter.ExpressionProblem;
import dev.akin.rank.filter.FilterContext;
import dev.akin.rank.filter.ItemSet;
import dev.akin.rank.filter.PastEvent;
import dev.akin.shop.Action;
import dev.akin.shop.AttributeValue;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.Price;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What a filter costs a request over 100,000 items, beside the same filter written in Java over
/// the items themselves.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FilterBenchmark {
  private static final int ITEMS = 100_000;
  private static final int SHORT_LIST = 120;
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
  private static final String RICH =
      "available and price <= 50 and \"Shoes\" in categories and not bought(30d)"
          + " and price >= 0.8 * current.price and attributes.brand != \"b7\"";
  private static final String BOMB = "attributes.brand = attributes.maker or ".repeat(48) + "false";

  private final List<Item> items = new ArrayList<>();
  private final SortedMap<String, Item> shortList = new TreeMap<>();
  private @Nullable CatalogueSnapshot catalogue;
  private FilterContext context = FilterContext.at(NOW);
  private final Condition rich = condition(RICH);
  private final Condition brand = condition("attributes.brand = \"b7\"");
  private final Condition calculated = condition("price * 1.19 - 3 < 40");
  private final Condition bomb = condition(BOMB);

  @Setup
  public void fill() {
    SeededRandom random = new SeededRandom(1);
    SortedMap<String, Item> byId = new TreeMap<>();
    for (int i = 0; i < ITEMS; i++) {
      Item item = item(random, String.format("item-%06d", i));
      byId.put(item.id().value(), item);
    }
    items.addAll(byId.values());
    catalogue = CatalogueSnapshot.of(byId.keySet().toArray(String[]::new), byId);
    List<PastEvent> past = new ArrayList<>();
    for (int e = 0; e < 100; e++) {
      ItemId item = items.get(random.nextInt(ITEMS)).id();
      past.add(new PastEvent(item, new Action.Purchase(1, null), NOW, List.of("Shoes > s3")));
      Item candidate = items.get(random.nextInt(ITEMS));
      shortList.put(candidate.id().value(), candidate);
    }
    for (int i = 0; shortList.size() < SHORT_LIST; i++) {
      shortList.put(items.get(i).id().value(), items.get(i));
    }
    context = new FilterContext(NOW, items.getFirst(), past, Map.of());
  }

  private static Item item(SeededRandom random, String id) {
    String group = random.nextInt(3) == 0 ? "Shoes" : "Home";
    return new Item(
        new ItemId(id),
        "Title of " + id,
        null,
        List.of(group + " > s" + random.nextInt(40)),
        List.of("t" + random.nextInt(30), "u" + random.nextInt(30)),
        new Price(random.nextInt(12_000) / 100.0, "EUR"),
        random.nextInt(20) > 0,
        NOW.minus(Duration.ofHours(random.nextInt(9_000))),
        null,
        Map.of(
            "brand", new AttributeValue.Text("b" + random.nextInt(200)),
            "maker", new AttributeValue.Text("b" + random.nextInt(50_000)),
            "organic", new AttributeValue.Flag(random.nextInt(2) == 0)));
  }

  /// Reading the text alone.
  @Benchmark
  public Condition parse() {
    return condition(RICH);
  }

  /// Six conditions over the whole catalogue, from the parsed expression.
  @Benchmark
  public int rich() {
    return over(rich);
  }

  /// The same in Java, item by item.
  @Benchmark
  public int richByItem() {
    double least = 0.8 * amount(items.getFirst());
    List<ItemId> bought = context.past().stream().map(PastEvent::item).toList();
    Set<ItemId> mine = new HashSet<>(bought);
    return ItemSet.where(
            ITEMS,
            i -> {
              Item item = items.get(i);
              return item.shownAt(NOW)
                  && amount(item) <= 50
                  && item.in("Shoes")
                  && !mine.contains(item.id())
                  && amount(item) >= least
                  && !isBrand(item);
            })
        .count();
  }

  /// One text compared by its place in the dictionary.
  @Benchmark
  public int brand() {
    return over(brand);
  }

  /// One text compared with each item's own.
  @Benchmark
  public int brandByItem() {
    return ItemSet.where(ITEMS, i -> isBrand(items.get(i))).count();
  }

  /// A calculation for every item.
  @Benchmark
  public int calculated() {
    return over(calculated);
  }

  /// About the worst that fits the limits: 48 comparisons of two columns.
  @Benchmark
  public int bomb() {
    return over(bomb);
  }

  /// The last check of a short list that has just been read.
  @Benchmark
  public int shortList() {
    return valid(rich.over(CatalogueSnapshot.ofLive(shortList), context)).count();
  }

  private int over(Condition condition) {
    if (catalogue == null) {
      throw new IllegalStateException("fill comes first");
    }
    return valid(condition.over(catalogue, context)).count();
  }

  private static double amount(Item item) {
    return item.price() == null ? Double.NaN : item.price().amount();
  }

  private static boolean isBrand(Item item) {
    return item.attributes().get("brand") instanceof AttributeValue.Text(String text)
        && text.equals("b7");
  }

  private static Condition condition(String text) {
    return valid(Condition.parse(text, ExpressionLimits.DEFAULT));
  }

  private static <T> T valid(Checked<T> checked) {
    return switch (checked) {
      case Checked.Valid(T value) -> value;
      case Checked.Invalid(ExpressionProblem problem) ->
          throw new IllegalStateException(problem.describe());
    };
  }
}
