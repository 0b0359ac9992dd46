package dev.akin.rank.filter;

import dev.akin.model.ItemColumn;
import dev.akin.model.PackedTexts;
import java.util.function.IntPredicate;

/// Two columns of the same items, compared. The values of the right column are placed among those
/// of the left by one merge of the two dictionaries; then items compare whole numbers.
///
/// Left code `c` is at place `2c + 1`. A right value equal to it has the same place; one that lies
/// before code `c` and after the code before has place `2c`.
final class ColumnAlignment {
  private final ItemColumn left;
  private final ItemColumn right;
  private final int[] places;

  ColumnAlignment(ItemColumn left, ItemColumn right) {
    this.left = left;
    this.right = right;
    this.places = new int[right.values()];
    places[ItemColumn.FALSE] = 2 * ItemColumn.FALSE + 1;
    places[ItemColumn.TRUE] = 2 * ItemColumn.TRUE + 1;
    placeNumbers();
    placeTexts();
  }

  private void placeNumbers() {
    for (int r = 0; r < right.numbers().length; r++) {
      places[ItemColumn.FIRST_NUMBER + r] = place(left.find(right.numbers()[r]));
    }
  }

  private static int place(int found) {
    return found >= 0 ? 2 * found + 1 : 2 * (-found - 1);
  }

  private void placeTexts() {
    PackedTexts known = left.texts();
    int l = 0;
    String text = known.size() == 0 ? "" : known.get(0);
    for (int r = 0; r < right.texts().size(); r++) {
      String wanted = right.texts().get(r);
      while (l < known.size() && text.compareTo(wanted) < 0) {
        l++;
        text = l < known.size() ? known.get(l) : "";
      }
      int code = left.firstText() + l;
      boolean equal = l < known.size() && text.equals(wanted);
      places[right.firstText() + r] = equal ? 2 * code + 1 : 2 * code;
    }
  }

  /// The items of which some pair of values satisfies the comparison; for `!=`, some pair is of one
  /// type and none is equal.
  ItemSet where(Comparison comparison) {
    IntPredicate some = item -> some(item, comparison);
    IntPredicate none = item -> some(item, comparison) && !some(item, Comparison.EQUAL);
    return ItemSet.where(left.size(), comparison == Comparison.NOT_EQUAL ? none : some);
  }

  private boolean some(int item, Comparison comparison) {
    for (int p = left.begin(item); p < left.begin(item + 1); p++) {
      int mine = left.codes().get(p);
      for (int q = right.begin(item); q < right.begin(item + 1); q++) {
        int other = right.codes().get(q);
        if (kind(mine, left) == kind(other, right)
            && mine != ItemColumn.NONE
            && comparison.holds(Integer.compare(2 * mine + 1, places[other]))) {
          return true;
        }
      }
    }
    return false;
  }

  private static Type kind(int code, ItemColumn column) {
    if (code >= column.firstText()) {
      return Type.TEXT;
    }
    if (code >= ItemColumn.FIRST_NUMBER) {
      return Type.NUMBER;
    }
    // NONE is of no kind that the other side can have with a value.
    return code == ItemColumn.NONE ? Type.LIST : Type.CONDITION;
  }
}
