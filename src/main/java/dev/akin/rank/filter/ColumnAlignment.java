package dev.akin.rank.filter;

import dev.akin.model.ItemColumn;
import dev.akin.model.PackedInts;
import dev.akin.model.PackedTexts;
import java.util.Arrays;

/// Two columns of the same items, compared. The values of the right column are placed among those
/// of the left by one merge of the two dictionaries; then items compare whole numbers.
///
/// Left code `c` is at place `2c + 1`. A right value equal to it has the same place; one that lies
/// before code `c` and after the code before has place `2c`.
final class ColumnAlignment {
  private static final int LESS = 1;
  private static final int EQUAL = 2;
  private static final int GREATER = 4;

  private final ItemColumn left;
  private final ItemColumn right;
  private final int[] places;
  private final byte[] leftKinds;
  private final byte[] rightKinds;

  ColumnAlignment(ItemColumn left, ItemColumn right) {
    this.left = left;
    this.right = right;
    this.places = new int[right.values()];
    this.leftKinds = kinds(left);
    this.rightKinds = kinds(right);
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
    int wanted = wanted(comparison);
    int size = left.size();
    if (left.starts() == null && right.starts() == null) {
      PackedInts mine = left.codes();
      PackedInts other = right.codes();
      return ItemSet.where(size, item -> (wanted & outcome(mine.get(item), other.get(item))) != 0);
    }
    if (comparison == Comparison.NOT_EQUAL) {
      return ItemSet.where(
          size,
          item -> {
            int outcomes = outcomes(item);
            return (outcomes & wanted) != 0 && (outcomes & EQUAL) == 0;
          });
    }
    return ItemSet.where(size, item -> (wanted & outcomes(item)) != 0);
  }

  private static int wanted(Comparison comparison) {
    return (comparison.holds(-1) ? LESS : 0)
        | (comparison.holds(0) ? EQUAL : 0)
        | (comparison.holds(1) ? GREATER : 0);
  }

  private int outcomes(int item) {
    int outcomes = 0;
    for (int p = left.begin(item); p < left.begin(item + 1); p++) {
      for (int q = right.begin(item); q < right.begin(item + 1); q++) {
        outcomes |= outcome(left.codes().get(p), right.codes().get(q));
      }
    }
    return outcomes;
  }

  /// How two values compare, 0 if they cannot be compared.
  private int outcome(int mine, int other) {
    if (leftKinds[mine] != rightKinds[other] || mine == ItemColumn.NONE) {
      return 0;
    }
    int place = 2 * mine + 1;
    return place == places[other] ? EQUAL : place < places[other] ? LESS : GREATER;
  }

  private static byte[] kinds(ItemColumn column) {
    byte[] kinds = new byte[column.values()];
    Arrays.fill(kinds, ItemColumn.FALSE, ItemColumn.FIRST_NUMBER, (byte) 1);
    Arrays.fill(kinds, ItemColumn.FIRST_NUMBER, column.firstText(), (byte) 2);
    Arrays.fill(kinds, column.firstText(), kinds.length, (byte) 3);
    return kinds;
  }
}
