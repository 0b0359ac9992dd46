package dev.akin.rank.filter;

import dev.akin.model.ItemColumn;
import java.util.Arrays;
import java.util.List;

/// A column compared with constants: the comparison is made once per distinct value, by binary
/// search, and the items only look up the outcome.
final class DictionaryMatch {
  private DictionaryMatch() {}

  static ItemSet of(Comparison comparison, ItemColumn column, List<Value> values) {
    boolean unequal = comparison == Comparison.NOT_EQUAL;
    byte[] truth = new byte[column.values()];
    byte[] comparable = new byte[unequal ? truth.length : 0];
    for (Value value : values) {
      Range range = range(unequal ? Comparison.EQUAL : comparison, column, value);
      Arrays.fill(truth, range.from(), range.to(), (byte) 1);
      if (unequal) {
        Range kind = kind(column, value);
        Arrays.fill(comparable, kind.from(), kind.to(), (byte) 1);
      }
    }
    if (!unequal) {
      return ColumnScan.matching(column, truth);
    }
    if (column.starts() != null) {
      return ColumnScan.matching(column, comparable).and(ColumnScan.matching(column, truth).not());
    }
    for (int code = 0; code < truth.length; code++) {
      truth[code] = (byte) (comparable[code] & ~truth[code]);
    }
    return ColumnScan.matching(column, truth);
  }

  /// The items that have a value.
  static ItemSet any(ItemColumn column) {
    byte[] truth = new byte[column.values()];
    Arrays.fill(truth, ItemColumn.NONE + 1, truth.length, (byte) 1);
    return ColumnScan.matching(column, truth);
  }

  /// The codes that satisfy the comparison with the value.
  private static Range range(Comparison comparison, ItemColumn column, Value value) {
    int at =
        switch (value) {
          case Value.Number(double number) -> column.find(number);
          case Value.Text(String text) -> column.find(text);
          case Value.Flag(boolean flag) -> flag ? ItemColumn.TRUE : ItemColumn.FALSE;
          case Value.Span _, Value.Moment _ -> -1;
        };
    Range kind = kind(column, value);
    int from = at >= 0 ? at : Math.max(kind.from(), -at - 1);
    int to = at >= 0 ? at + 1 : from;
    return switch (comparison) {
      case EQUAL, NOT_EQUAL -> new Range(from, Math.min(to, kind.to()));
      case LESS -> new Range(kind.from(), from);
      case AT_MOST -> new Range(kind.from(), to);
      case GREATER -> new Range(to, kind.to());
      case AT_LEAST -> new Range(from, kind.to());
    };
  }

  /// The codes of the value's type.
  private static Range kind(ItemColumn column, Value value) {
    return switch (value) {
      case Value.Number _ -> new Range(ItemColumn.FIRST_NUMBER, column.firstText());
      case Value.Text _ -> new Range(column.firstText(), column.values());
      case Value.Flag _ -> new Range(ItemColumn.FALSE, ItemColumn.FIRST_NUMBER);
      case Value.Span _, Value.Moment _ -> new Range(0, 0);
    };
  }

  /// @param to after the last
  private record Range(int from, int to) {}
}
