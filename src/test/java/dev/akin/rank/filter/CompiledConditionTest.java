package dev.akin.rank.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.math.SeededRandom;
import dev.akin.model.CatalogueSnapshot;
import dev.akin.shop.Item;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Whatever the language can say means the same compiled and read item by item.
final class CompiledConditionTest {
  private static final ExpressionLimits WIDE = new ExpressionLimits(100_000, 200, 2_000);
  private static final int CASES = 4_000;

  @Test
  void randomConditionsMeanWhatTheTreeSays() {
    int neitherAllNorNone = 0;
    for (int seed = 0; seed < CASES; seed++) {
      SeededRandom random = new SeededRandom(seed);
      SortedMap<String, Item> items = FilterShop.random(random, 1 + random.nextInt(80));
      FilterContext context = FilterShop.randomContext(random, items);
      String text = Printer.print(new RandomTrees(random).condition(random.nextInt(4)));
      Condition condition = valid(Condition.parse(text, WIDE));

      ItemSet found = valid(condition.over(FilterShop.catalogue(items), context));

      Node root = Parser.parse(text, WIDE);
      List<String> expected =
          items.values().stream()
              .filter(item -> new TreeInterpreter(context, item).holds(root))
              .map(item -> item.id().value())
              .toList();
      assertThat(ids(found, items)).as("seed %s: %s", seed, text).isEqualTo(expected);
      neitherAllNorNone += found.count() > 0 && found.count() < items.size() ? 1 : 0;
    }
    assertThat(neitherAllNorNone).as("cases that tell items apart").isGreaterThan(CASES / 5);
  }

  @Test
  void randomFormulasMeanWhatTheTreeSays() {
    for (int seed = 0; seed < CASES; seed++) {
      SeededRandom random = new SeededRandom(seed);
      SortedMap<String, Item> items = FilterShop.random(random, 1 + random.nextInt(10));
      FilterContext context = FilterShop.randomContext(random, items);
      String text = Printer.print(new RandomTrees(random).number(4));

      IntToDoubleFunction formula =
          valid(valid(Formula.parse(text, WIDE)).over(FilterShop.catalogue(items), context));

      Node root = Parser.parse(text, WIDE);
      int number = 0;
      for (Item item : items.sequencedValues()) {
        Object expected =
            new TreeInterpreter(context, item)
                .values(root).stream().filter(Double.class::isInstance).findFirst().orElse(null);
        double found = formula.applyAsDouble(number++);
        assertThat(Double.isNaN(found) ? null : (Object) (found + 0.0))
            .as("seed %s: %s", seed, text)
            .isEqualTo(expected == null ? null : (Double) expected + 0.0);
      }
    }
  }

  @Test
  void aShortListReadLiveIsJudgedLikeTheRelease() {
    for (int seed = 0; seed < 500; seed++) {
      SeededRandom random = new SeededRandom(seed);
      SortedMap<String, Item> items = FilterShop.random(random, 70);
      FilterContext context = FilterShop.randomContext(random, items);
      String text = Printer.print(new RandomTrees(random).condition(3));
      Condition condition = valid(Condition.parse(text, WIDE));
      SortedMap<String, Item> changed = FilterShop.random(random.split(1), 9);
      items.putAll(changed);
      ItemSet whole = valid(condition.over(FilterShop.catalogue(items), context));

      ItemSet few = valid(condition.over(CatalogueSnapshot.ofLive(changed), context));

      List<String> expected = ids(whole, items).stream().filter(changed::containsKey).toList();
      assertThat(ids(few, changed)).as("seed %s: %s", seed, text).isEqualTo(expected);
    }
  }

  @Test
  void changedItemsAreJudgedAnew() {
    SortedMap<String, Item> items = FilterShop.five();
    Condition condition =
        valid(Condition.parse("not available or price > 20", ExpressionLimits.DEFAULT));
    CatalogueSnapshot before = FilterShop.catalogue(items);
    FilterContext context = FilterContext.at(FilterShop.NOW);
    ItemSet old = valid(condition.over(before, context));
    SortedMap<String, Item> changed = new TreeMap<>();
    changed.put("mug", items.get("shoe"));
    changed.put("shoe", items.get("mug"));

    ItemSet few = valid(condition.over(CatalogueSnapshot.ofLive(changed), context));
    ItemSet corrected = old.corrected(new int[] {before.find("mug"), before.find("shoe")}, few);

    assertThat(ids(old, items)).containsExactly("lamp", "shoe");
    assertThat(ids(corrected, items)).containsExactly("lamp", "mug");
  }

  private static List<String> ids(ItemSet found, SortedMap<String, Item> items) {
    String[] ids = new TreeSet<>(items.keySet()).toArray(String[]::new);
    return IntStream.range(0, ids.length).filter(found).mapToObj(i -> ids[i]).toList();
  }

  static <T> T valid(Checked<T> checked) {
    return switch (checked) {
      case Checked.Valid(T value) -> value;
      case Checked.Invalid(ExpressionProblem problem) ->
          throw new AssertionError(problem.describe());
    };
  }
}
