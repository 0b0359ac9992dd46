package dev.akin.rank.list;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Which places of a page belong to which promotion: the same on every call, so that a page does
/// not jump, and spread evenly.
///
/// The j-th of the n places of a promotion wants to be place `ceil((j - 1/2) * limit / n)`; if that
/// is taken it is the next free place below, or else the next above. Earlier promotions choose
/// first. A promotion gets fewer places only if pins and earlier ones leave no more.
final class PromotionSlots {
  static final int NOBODY = -1;

  private PromotionSlots() {}

  /// The promotion's number per place, or [#NOBODY].
  ///
  /// @param pinned one per place of the page
  static int[] of(List<Promotion> promotions, boolean[] pinned) {
    int limit = pinned.length;
    int[] owners = new int[limit];
    Arrays.fill(owners, NOBODY);
    for (int promotion = 0; promotion < promotions.size(); promotion++) {
      int count = promotions.get(promotion).places(limit);
      for (int j = 0; j < count; j++) {
        int wanted = (int) Math.ceil((j + 0.5) * limit / count) - 1;
        int place = nearest(wanted, owners, pinned);
        if (place >= 0) {
          owners[place] = promotion;
        }
      }
    }
    return owners;
  }

  /// The places of one promotion, from the first to the last.
  static int[] slots(int[] owners, int promotion) {
    return IntStream.range(0, owners.length).filter(p -> owners[p] == promotion).toArray();
  }

  private static int nearest(int wanted, int[] owners, boolean[] pinned) {
    for (int place = wanted; place < owners.length; place++) {
      if (owners[place] == NOBODY && !pinned[place]) {
        return place;
      }
    }
    for (int place = wanted - 1; place >= 0; place--) {
      if (owners[place] == NOBODY && !pinned[place]) {
        return place;
      }
    }
    return -1;
  }
}
