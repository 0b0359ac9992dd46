package dev.akin.rank.filter;

import dev.akin.model.ItemColumn;
import dev.akin.model.PackedInts;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/// The loops over a column: one look-up per code, no branch, 64 items to a word. One loop per width
/// of code, so that none calls anything.
final class ColumnScan {
  private ColumnScan() {}

  /// The items with at least one code `c` for which `truth[c]` is 1.
  ///
  /// @param truth 0 or 1 per code; must be 0 for [ItemColumn#NONE]
  static ItemSet matching(ItemColumn column, byte[] truth) {
    PackedInts codes = column.codes();
    int[] starts = column.starts();
    return starts == null
        ? new ItemSet(
            column.size(), item -> truth[codes.get(item)] != 0, () -> words(column, truth))
        : ItemSet.where(column.size(), item -> any(codes, starts[item], starts[item + 1], truth));
  }

  private static long[] words(ItemColumn column, byte[] truth) {
    long[] words = new long[ItemSet.wordsFor(column.size())];
    for (int w = 0; w < words.length; w++) {
      int from = w << 6;
      int to = Math.min(column.size(), from + Long.SIZE);
      words[w] =
          switch (column.codes()) {
            case PackedInts.OfBytes(byte[] codes) -> word(codes, from, to, truth);
            case PackedInts.OfChars(char[] codes) -> word(codes, from, to, truth);
            case PackedInts.OfInts(int[] codes) -> word(codes, from, to, truth);
          };
    }
    return words;
  }

  private static boolean any(PackedInts codes, int from, int to, byte[] truth) {
    for (int p = from; p < to; p++) {
      if (truth[codes.get(p)] != 0) {
        return true;
      }
    }
    return false;
  }

  private static long word(byte[] codes, int from, int to, byte[] truth) {
    long word = 0;
    for (int i = from; i < to; i++) {
      word |= (long) truth[codes[i] & 0xff] << i;
    }
    return word;
  }

  private static long word(char[] codes, int from, int to, byte[] truth) {
    long word = 0;
    for (int i = from; i < to; i++) {
      word |= (long) truth[codes[i]] << i;
    }
    return word;
  }

  private static long word(int[] codes, int from, int to, byte[] truth) {
    long word = 0;
    for (int i = from; i < to; i++) {
      word |= (long) truth[codes[i]] << i;
    }
    return word;
  }

  /// The number of each code, `NaN` for those of no number.
  static double[] numbersByCode(ItemColumn column) {
    double[] byCode = new double[column.values()];
    Arrays.fill(byCode, Double.NaN);
    double[] numbers = column.numbers();
    System.arraycopy(numbers, 0, byCode, ItemColumn.FIRST_NUMBER, numbers.length);
    return byCode;
  }

  /// The number of each item, `NaN` for none.
  static IntToDoubleFunction numbers(ItemColumn column, double[] byCode) {
    if (column.starts() != null) {
      PackedInts codes = column.codes();
      // Only an item with one value has a number: lists hold texts.
      return item -> {
        int begin = column.begin(item);
        return column.begin(item + 1) == begin + 1 ? byCode[codes.get(begin)] : Double.NaN;
      };
    }
    return switch (column.codes()) {
      case PackedInts.OfBytes(byte[] codes) -> item -> byCode[codes[item] & 0xff];
      case PackedInts.OfChars(char[] codes) -> item -> byCode[codes[item]];
      case PackedInts.OfInts(int[] codes) -> item -> byCode[codes[item]];
    };
  }
}
