package dev.akin.rank.filter;

import static dev.akin.rank.filter.FilterShop.one;

import dev.akin.math.SeededRandom;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Random syntax trees that pass the type check with the parameters of [FilterShop#randomContext].
final class RandomTrees {
  private static final List<String> ATTRIBUTES = List.of("colour", "size", "in stock", "nobody's");

  private final SeededRandom random;

  RandomTrees(SeededRandom random) {
    this.random = random;
  }

  Node condition(int depth) {
    if (depth == 0) {
      return choose(
          () -> field(ItemField.AVAILABLE),
          this::attribute,
          () -> new Node.Parameter(0, "flag"),
          () -> literal(new Value.Flag(random.nextInt(2) == 0)),
          () -> new Node.Exists(0, anyField()),
          () ->
              new Node.Past(
                  0,
                  one(random, List.of(PastKind.SEEN, PastKind.BOUGHT, PastKind.LIKED)),
                  random.nextInt(2) == 0,
                  random.nextInt(2) == 0 ? Node.Past.EVER : millis()));
    }
    return choose(
        () -> new Node.And(0, several(() -> condition(random.nextInt(depth)))),
        () -> new Node.Or(0, several(() -> condition(random.nextInt(depth)))),
        () -> new Node.Not(0, condition(depth - 1)),
        () -> compare(depth),
        () -> compare(depth),
        this::in);
  }

  private Node compare(int depth) {
    Comparison comparison = one(random, List.of(Comparison.values()));
    Comparison equality = one(random, List.of(Comparison.EQUAL, Comparison.NOT_EQUAL));
    return choose(
        () -> new Node.Compare(0, comparison, number(depth - 1), number(depth - 1)),
        () -> new Node.Compare(0, comparison, text(), text()),
        () -> new Node.Compare(0, comparison, attribute(), attribute()),
        () -> new Node.Compare(0, comparison, span(), span()),
        () -> new Node.Compare(0, comparison, moment(), moment()),
        () -> new Node.Compare(0, equality, condition(random.nextInt(depth)), condition(0)));
  }

  private Node in() {
    return choose(
        () -> new Node.In(0, text(), texts()),
        () -> new Node.In(0, number(0), listed(() -> signed(literal(number())))),
        () -> new Node.In(0, field(ItemField.TAGS), texts()),
        () -> new Node.In(0, attribute(), attribute()),
        () -> new Node.In(0, own(ItemField.CATEGORIES), paths()),
        () -> new Node.In(0, paths(), own(ItemField.CATEGORIES)),
        () -> new Node.In(0, constantPath(), current(ItemField.CATEGORIES)),
        () -> new Node.In(0, current(ItemField.CATEGORIES), new Node.Parameter(0, "texts")));
  }

  /// What is looked up among the item's own categories; without a list in parentheses, so that it
  /// can stand on both sides.
  private Node paths() {
    return choose(
        () -> new Node.Parameter(0, "texts"),
        () -> current(ItemField.CATEGORIES),
        () -> current(ItemField.TAGS));
  }

  private Node constantPath() {
    return literal(new Value.Text(one(random, FilterShop.CATEGORIES)));
  }

  private Node texts() {
    return choose(
        () -> field(ItemField.TAGS),
        this::attribute,
        () -> new Node.Parameter(0, "texts"),
        () -> listed(() -> literal(new Value.Text(one(random, FilterShop.TEXTS)))));
  }

  private Node listed(Supplier<Node> value) {
    return new Node.Listed(0, several(value));
  }

  private Node text() {
    return choose(
        () -> field(one(random, List.of(ItemField.ID, ItemField.TITLE, ItemField.CURRENCY))),
        this::attribute,
        () -> new Node.Parameter(0, "text"),
        () -> literal(new Value.Text(one(random, FilterShop.TEXTS))));
  }

  Node number(int depth) {
    if (depth > 0 && random.nextInt(2) == 0) {
      return choose(
          () -> new Node.Negative(0, number(depth - 1)),
          () ->
              new Node.Arithmetic(
                  0,
                  one(random, List.of(Calculation.values())),
                  number(depth - 1),
                  number(depth - 1)));
    }
    return choose(
        () -> field(ItemField.PRICE),
        this::attribute,
        () -> new Node.Parameter(0, "number"),
        () -> literal(number()));
  }

  private Value number() {
    return new Value.Number(Math.abs(one(random, FilterShop.NUMBERS)));
  }

  private Node signed(Node number) {
    return random.nextInt(3) == 0 ? new Node.Negative(0, number) : number;
  }

  private Node span() {
    return random.nextInt(2) == 0 ? field(ItemField.AGE) : literal(new Value.Span(millis()));
  }

  private long millis() {
    return one(random, FilterShop.AGES).toMillis();
  }

  private Node moment() {
    return field(ItemField.CREATED_AT);
  }

  private Node.Field anyField() {
    return random.nextInt(3) == 0
        ? attribute()
        : field(
            one(
                random,
                Stream.of(ItemField.values()).filter(f -> f != ItemField.ATTRIBUTE).toList()));
  }

  private Node.Field attribute() {
    return new Node.Field(0, random.nextInt(4) == 0, ItemField.ATTRIBUTE, one(random, ATTRIBUTES));
  }

  private Node.Field field(ItemField field) {
    return new Node.Field(0, random.nextInt(4) == 0, field, "");
  }

  private static Node.Field own(ItemField field) {
    return new Node.Field(0, false, field, "");
  }

  private static Node.Field current(ItemField field) {
    return new Node.Field(0, true, field, "");
  }

  private static Node literal(Value value) {
    return new Node.Literal(0, value);
  }

  private List<Node> several(Supplier<Node> node) {
    return Stream.generate(node).limit(2 + random.nextInt(2)).toList();
  }

  @SafeVarargs
  private Node choose(Supplier<Node>... ways) {
    return ways[random.nextInt(ways.length)].get();
  }
}
