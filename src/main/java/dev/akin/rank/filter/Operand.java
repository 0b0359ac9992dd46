package dev.akin.rank.filter;

import dev.akin.model.ItemColumn;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// One side of a comparison, once the request is known.
sealed interface Operand {
  /// The same for every item: none, one or several values.
  record Constants(List<Value> values) implements Operand {
    static final Constants MISSING = new Constants(List.of());

    static Constants of(Value value) {
      return new Constants(List.of(value));
    }
  }

  record Column(ItemColumn column) implements Operand {}

  /// A number calculated from one column and constants: once per distinct value.
  ///
  /// @param column with one code per item
  /// @param byCode the number for each code, `NaN` if missing
  record Derived(ItemColumn column, double[] byCode) implements Operand {}

  /// The item's id.
  record Ids() implements Operand {}

  /// A number, a duration or a time in milliseconds, calculated for each item; `NaN` if missing.
  record Numbers(Type type, IntToDoubleFunction of) implements Operand {}

  record Flags(ItemSet set) implements Operand {}
}
