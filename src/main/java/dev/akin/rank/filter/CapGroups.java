package dev.akin.rank.filter;

import dev.akin.model.ItemColumn;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;

/// The groups of a cap over the items of one catalogue: items with one value have one number.
public final class CapGroups implements IntUnaryOperator {
  private static final int NONE = -1;

  private final IntUnaryOperator ofItem;
  private final int size;
  private final IntFunction<Object> values;
  private final ToIntFunction<Object> numbers;

  /// @param values of each number below `size`
  /// @param numbers of each value, negative for one that is not there
  private CapGroups(
      IntUnaryOperator ofItem,
      int size,
      IntFunction<Object> values,
      ToIntFunction<Object> numbers) {
    this.ofItem = ofItem;
    this.size = size;
    this.values = values;
    this.numbers = numbers;
  }

  /// No item is counted.
  static CapGroups none() {
    return new CapGroups(_ -> NONE, 0, group -> group, _ -> NONE);
  }

  /// Each item is of its first value in a column.
  static CapGroups of(ItemColumn column) {
    return new CapGroups(
        item -> {
          int begin = column.begin(item);
          return begin == column.begin(item + 1) ? NONE : column.codes().get(begin) - 1;
        },
        column.values() - 1,
        group -> value(column, group + 1),
        value -> code(column, value) - 1);
  }

  /// @param names the value of each number
  /// @param numbers the number of each of them
  static CapGroups of(IntUnaryOperator ofItem, List<String> names, Map<String, Integer> numbers) {
    return new CapGroups(
        ofItem,
        names.size(),
        names::get,
        name -> name instanceof String text ? numbers.getOrDefault(text, NONE) : NONE);
  }

  /// The group of an item, -1 if it is not counted.
  @Override
  public int applyAsInt(int item) {
    return ofItem.applyAsInt(item);
  }

  /// How many numbers there are, used or not.
  int size() {
    return size;
  }

  /// The number that each of these groups has among those of the same cap over another catalogue; a
  /// value that is not there gets one that no other has. `O(groups of this x log of the other's)`.
  public int[] among(CapGroups other) {
    int[] found = new int[size];
    for (int group = 0; group < size; group++) {
      int number = other.numbers.applyAsInt(values.apply(group));
      found[group] = number >= 0 ? number : other.size + group;
    }
    return found;
  }

  private static Object value(ItemColumn column, int code) {
    if (code < ItemColumn.FIRST_NUMBER) {
      return code == ItemColumn.TRUE;
    }
    return code < column.firstText()
        ? (Object) column.numbers()[code - ItemColumn.FIRST_NUMBER]
        : column.texts().get(code - column.firstText());
  }

  private static int code(ItemColumn column, Object value) {
    return switch (value) {
      case Boolean flag -> flag ? ItemColumn.TRUE : ItemColumn.FALSE;
      case Double number -> column.find(number.doubleValue());
      default -> column.find(value.toString());
    };
  }
}
