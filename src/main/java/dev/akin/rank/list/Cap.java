package dev.akin.rank.list;

import java.util.function.IntFunction;

/// At most some items of one page with the same value of an attribute; if it is strict, of all
/// pages and lists of a screen together. Pins and promotions count. A pin is one item that the shop
/// itself chose: no cap removes it. A promotion keeps strict caps, one item after the other.
///
/// @param name the attribute's, for explanations
/// @param values numbers of an item's values, distinct; empty for an item without any, which no cap
///   holds back
/// @param most how many, at least 1
/// @param strict whether promotions keep the cap too and places stay empty when nothing else is
///   left; otherwise the page is filled with the best of what the cap held back
public record Cap(String name, IntFunction<int[]> values, int most, boolean strict) {
  private static final int[] NO_VALUE = {};

  public Cap {
    if (most < 1) {
      throw new IllegalArgumentException("cap of " + name + " must be at least 1, was " + most);
    }
  }

  /// A cap over an attribute that has one value per item.
  ///
  /// @param values one per item, negative for none; not copied
  public static Cap of(String name, int[] values, int most) {
    return new Cap(
        name, item -> values[item] < 0 ? NO_VALUE : new int[] {values[item]}, most, false);
  }

  /// The same cap, which rather leaves places empty.
  public Cap asStrict() {
    return new Cap(name, values, most, true);
  }
}
