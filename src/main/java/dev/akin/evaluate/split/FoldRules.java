package dev.akin.evaluate.split;

import java.util.Set;

/// How parted observations become a fold.
///
/// @param positiveFrom pairs with a smaller value are not liked: neither trained on nor relevant
/// @param binary whether every strength becomes 1, as most published results have it
/// @param unknownItems what becomes of hidden items that no training saw
/// @param newUsers whether users without any history are tested, with an empty one
/// @param moreItems items that can be recommended although nobody had them yet
public record FoldRules(
    float positiveFrom,
    boolean binary,
    UnknownItems unknownItems,
    boolean newUsers,
    Set<String> moreItems) {
  public static final FoldRules DEFAULT =
      new FoldRules(Float.NEGATIVE_INFINITY, true, UnknownItems.MISSED, false, Set.of());

  public FoldRules {
    moreItems = Set.copyOf(moreItems);
  }

  /// implicit and LensKit count them, as the shop's customer would; Liang 2018 leaves them out.
  public enum UnknownItems {
    MISSED,
    LEFT_OUT
  }
}
