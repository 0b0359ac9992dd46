package dev.akin.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One field of every item, dictionary-encoded: a code per value and each distinct value once. A
/// comparison is made once per distinct value, and then costs an item one look-up.
///
/// Codes: [#NONE] no value, [#FALSE], [#TRUE], then the numbers ascending, then the texts
/// ascending. So one column holds what a shop sends under one name, whatever its type.
///
/// @param starts per item where its codes begin, one more entry than items; null if every item has
///   exactly one code, which may be [#NONE]
/// @param numbers finite, ascending and distinct
/// @param texts ascending and distinct
public record ItemColumn(
    int @Nullable [] starts, PackedInts codes, double[] numbers, PackedTexts texts) {
  public static final int NONE = 0;
  public static final int FALSE = 1;
  public static final int TRUE = 2;
  public static final int FIRST_NUMBER = 3;

  public ItemColumn {
    for (int i = 0; i < numbers.length; i++) {
      if (!Double.isFinite(numbers[i]) || (i > 0 && numbers[i] <= numbers[i - 1])) {
        throw new IllegalArgumentException("numbers of a column must be finite and ascending");
      }
    }
    if (starts != null) {
      requireStarts(starts, codes.size());
    }
    int values = FIRST_NUMBER + numbers.length + texts.size();
    for (int i = 0; i < codes.size(); i++) {
      int code = codes.get(i);
      if (code < 0 || code >= values) {
        throw new IllegalArgumentException("code " + code + " of " + values + " values");
      }
    }
  }

  private static void requireStarts(int[] starts, int codes) {
    boolean fits = starts.length > 0 && starts[0] == 0 && starts[starts.length - 1] == codes;
    for (int i = 1; fits && i < starts.length; i++) {
      fits = starts[i] >= starts[i - 1];
    }
    if (!fits) {
      throw new IllegalArgumentException("starts of a column must ascend from 0 to all codes");
    }
  }

  /// How many items.
  public int size() {
    return starts == null ? codes.size() : starts.length - 1;
  }

  /// How many codes there are, used or not.
  public int values() {
    return firstText() + texts.size();
  }

  public int firstText() {
    return FIRST_NUMBER + numbers.length;
  }

  /// Where the codes of an item begin; they end where those of the next begin.
  public int begin(int item) {
    return starts == null ? item : starts[item];
  }

  /// The code of a number, or `-(insertion point) - 1` as a code.
  public int find(double number) {
    // Zero has two signs in a binary search, but one value in a shop.
    int at = Arrays.binarySearch(numbers, number == 0 ? 0.0 : number);
    return at >= 0 ? at + FIRST_NUMBER : at - FIRST_NUMBER;
  }

  /// The code of a text, or `-(insertion point) - 1` as a code.
  public int find(String text) {
    int at = texts.find(text);
    return at >= 0 ? at + firstText() : at - firstText();
  }
}
