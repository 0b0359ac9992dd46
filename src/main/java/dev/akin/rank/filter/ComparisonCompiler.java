package dev.akin.rank.filter;

import dev.akin.model.CatalogueSnapshot;
import dev.akin.model.ItemColumn;
import dev.akin.model.PackedInts;
import dev.akin.rank.filter.Operand.Column;
import dev.akin.rank.filter.Operand.Constants;
import dev.akin.rank.filter.Operand.Derived;
import dev.akin.rank.filter.Operand.Flags;
import dev.akin.rank.filter.Operand.Ids;
import dev.akin.rank.filter.Operand.Numbers;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Turns a comparison into the set of items that satisfy it. Both sides may have any number of
/// values: some pair of values of one type must satisfy it; for `!=`, some pair must be of one type
/// and none equal. A side without a value satisfies nothing.
final class ComparisonCompiler {
  private final CatalogueSnapshot catalogue;
  private final Map<Sides, ColumnAlignment> alignments = new HashMap<>();
  private @Nullable ItemColumn ids;

  ComparisonCompiler(CatalogueSnapshot catalogue) {
    this.catalogue = catalogue;
  }

  private record Sides(ItemColumn left, ItemColumn right) {}

  ItemSet compare(Comparison comparison, Operand left, Operand right) {
    if (right instanceof Constants constants) {
      return withConstants(comparison, left, constants);
    }
    if (left instanceof Constants constants) {
      return withConstants(comparison.mirrored(), right, constants);
    }
    if (left instanceof Flags flags) {
      return withFlags(comparison, flags.set(), right);
    }
    if (right instanceof Flags flags) {
      return withFlags(comparison, flags.set(), left);
    }
    if (isCalculated(left) || isCalculated(right)) {
      IntToDoubleFunction first = OperandCompiler.numbers(left);
      IntToDoubleFunction second = OperandCompiler.numbers(right);
      return numbers(comparison, first, second);
    }
    Sides sides = new Sides(column(left), column(right));
    return alignments
        .computeIfAbsent(sides, both -> new ColumnAlignment(both.left(), both.right()))
        .where(comparison);
  }

  private static boolean isCalculated(Operand operand) {
    return operand instanceof Numbers || operand instanceof Derived;
  }

  private ItemSet withConstants(Comparison comparison, Operand row, Constants constants) {
    return switch (row) {
      case Constants same -> constant(comparison, same, constants);
      case Column(ItemColumn column) -> DictionaryMatch.of(comparison, column, constants.values());
      case Derived(ItemColumn column, double[] byCode) -> {
        double[] numbers = numbers(constants.values());
        byte[] truth = new byte[byCode.length];
        for (int code = 0; code < truth.length; code++) {
          truth[code] = (byte) (holds(comparison, byCode[code], numbers) ? 1 : 0);
        }
        yield ColumnScan.matching(column, truth);
      }
      case Ids _ -> ids(comparison, constants.values());
      case Numbers(Type type, IntToDoubleFunction of) -> {
        ItemSet found = ItemSet.none(catalogue.size());
        for (Value value : constants.values()) {
          Optional<Double> number = number(type, value);
          if (number.isPresent()) {
            double only = number.get();
            found = found.or(numbers(comparison, of, _ -> only));
          }
        }
        yield found;
      }
      case Flags(ItemSet set) ->
          constants.values().equals(List.of(new Value.Flag(comparison == Comparison.EQUAL)))
              ? set
              : constants.values().equals(List.of(new Value.Flag(comparison != Comparison.EQUAL)))
                  ? set.not()
                  : ItemSet.none(catalogue.size());
    };
  }

  private static double[] numbers(List<Value> values) {
    return values.stream()
        .flatMap(value -> number(Type.NUMBER, value).stream())
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  /// Whether the number satisfies the comparison with one of the others; for `!=`, with all.
  private static boolean holds(Comparison comparison, double number, double[] others) {
    boolean some = false;
    for (double other : others) {
      boolean holds = comparison.holds(number, other);
      if (!holds && comparison == Comparison.NOT_EQUAL) {
        return false;
      }
      some |= holds;
    }
    return some;
  }

  private static Optional<Double> number(Type type, Value value) {
    return switch (value) {
      case Value.Number(double number) when type == Type.NUMBER -> Optional.of(number);
      case Value.Span(long millis) when type == Type.SPAN -> Optional.of((double) millis);
      case Value.Moment(long millis) when type == Type.MOMENT -> Optional.of((double) millis);
      case Value.Text(String text) when type == Type.SPAN ->
          Value.span(text).flatMap(read -> number(type, read));
      case Value.Text(String text) when type == Type.MOMENT ->
          Value.moment(text).flatMap(read -> number(type, read));
      case Value.Text _, Value.Number _, Value.Flag _, Value.Span _, Value.Moment _ ->
          Optional.empty();
    };
  }

  private ItemSet constant(Comparison comparison, Constants left, Constants right) {
    return holds(comparison, left.values(), right.values())
        ? ItemSet.all(catalogue.size())
        : ItemSet.none(catalogue.size());
  }

  static boolean holds(Comparison comparison, List<Value> left, List<Value> right) {
    boolean some = false;
    for (Value mine : left) {
      for (Value written : right) {
        Value first = timed(mine, written);
        Value second = timed(written, mine);
        if (first.comparable(second)) {
          int order = first.order(second);
          if (comparison == Comparison.NOT_EQUAL && order == 0) {
            return false;
          }
          some |= comparison.holds(order);
        }
      }
    }
    return some;
  }

  /// A text that is compared with a time, read as one.
  private static Value timed(Value value, Value other) {
    if (value instanceof Value.Text(String text)) {
      return switch (other) {
        case Value.Span _ -> Value.span(text).orElse(value);
        case Value.Moment _ -> Value.moment(text).orElse(value);
        case Value.Text _, Value.Number _, Value.Flag _ -> value;
      };
    }
    return value;
  }

  private ItemSet numbers(
      Comparison comparison, IntToDoubleFunction left, IntToDoubleFunction right) {
    return ItemSet.where(
        catalogue.size(),
        item -> comparison.holds(left.applyAsDouble(item), right.applyAsDouble(item)));
  }

  private ItemSet withFlags(Comparison comparison, ItemSet flags, Operand other) {
    ItemSet yes = compare(Comparison.EQUAL, other, Constants.of(new Value.Flag(true)));
    ItemSet no = compare(Comparison.EQUAL, other, Constants.of(new Value.Flag(false)));
    return comparison == Comparison.EQUAL
        ? flags.and(yes).or(flags.not().and(no))
        : flags.and(no).or(flags.not().and(yes));
  }

  /// Ids are ascending, so they are their own dictionary.
  private ItemSet ids(Comparison comparison, List<Value> values) {
    int size = catalogue.size();
    boolean[] found = new boolean[size];
    boolean comparable = false;
    for (Value value : values) {
      if (value instanceof Value.Text(String text)) {
        comparable = true;
        int at = catalogue.find(text);
        int from = at >= 0 ? at : -at - 1;
        int to = at >= 0 ? at + 1 : from;
        switch (comparison) {
          case EQUAL, NOT_EQUAL -> Arrays.fill(found, from, to, true);
          case LESS -> Arrays.fill(found, 0, from, true);
          case AT_MOST -> Arrays.fill(found, 0, to, true);
          case GREATER -> Arrays.fill(found, to, size, true);
          case AT_LEAST -> Arrays.fill(found, from, size, true);
        }
      }
    }
    ItemSet set = ItemSet.where(size, item -> found[item]);
    if (comparison == Comparison.NOT_EQUAL) {
      return comparable ? set.not() : ItemSet.none(size);
    }
    return set;
  }

  private ItemColumn column(Operand operand) {
    return switch (operand) {
      case Column(ItemColumn column) -> column;
      case Ids _ -> idColumn();
      case Constants _, Derived _, Numbers _, Flags _ ->
          throw new IllegalArgumentException("no column: " + operand);
    };
  }

  private ItemColumn idColumn() {
    if (ids == null) {
      int[] codes = new int[catalogue.size()];
      Arrays.setAll(codes, item -> item + ItemColumn.FIRST_NUMBER);
      ids = new ItemColumn(null, new PackedInts.OfInts(codes), new double[0], catalogue.ids());
    }
    return ids;
  }
}
