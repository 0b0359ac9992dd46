package dev.akin.model;

/// A subject's past as one sparse row over the items of a release.
///
/// @param items dense item numbers, ascending and distinct
/// @param strengths positive, one per item; from [dev.akin.shop.Strength] or 1 for binary data
public record History(int[] items, float[] strengths) {
  public static final History EMPTY = new History(new int[0], new float[0]);

  public History {
    if (items.length != strengths.length) {
      throw new IllegalArgumentException(
          items.length + " items but " + strengths.length + " strengths");
    }
    for (int i = 0; i < items.length; i++) {
      if (i > 0 && items[i] <= items[i - 1]) {
        throw new IllegalArgumentException("items must be ascending and distinct");
      }
      if (!(strengths[i] > 0)) {
        throw new IllegalArgumentException("strengths must be positive, was " + strengths[i]);
      }
    }
  }

  public int size() {
    return items.length;
  }
}
