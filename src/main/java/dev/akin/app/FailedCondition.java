package dev.akin.app;

import dev.akin.rank.filter.Checked;
import dev.akin.rank.filter.Condition;
import dev.akin.rank.filter.FilterContext;
import dev.akin.rank.filter.ItemSet;
import dev.akin.shop.InvalidFieldException;
import java.util.function.IntPredicate;

/// Finds the part of a filter that keeps an item out.
final class FailedCondition {
  private FailedCondition() {}

  /// The first of the conditions joined by `and` that does not hold for the item, in one spelling;
  /// the whole filter if it has no such parts.
  ///
  /// @param item its number on the shelf; the filter must keep it out
  static String of(ListInput input, int item) {
    Condition filter = input.options().rules().rules().filter();
    if (filter == null) {
      throw new IllegalArgumentException(
          "there is no filter that could keep item " + item + " out");
    }
    FilterContext context = LiveRules.context(input);
    for (Condition part : filter.parts()) {
      if (!holds(part, input.shelf(), context).test(item)) {
        return part.canonical();
      }
    }
    return filter.canonical();
  }

  private static IntPredicate holds(Condition part, Shelf shelf, FilterContext context) {
    return shelf.join(
        set(part.over(shelf.release(), context)), set(part.over(shelf.fresh(), context)));
  }

  private static ItemSet set(Checked<ItemSet> checked) {
    return switch (checked) {
      case Checked.Valid(ItemSet items) -> items;
      case Checked.Invalid(var problem) ->
          throw new InvalidFieldException("filter", problem.code(), problem.remedy())
              .at(problem.column());
    };
  }
}
