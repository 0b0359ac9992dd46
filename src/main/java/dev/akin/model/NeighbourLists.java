package dev.akin.model;

/// For every item its neighbours, heaviest first.
///
/// @param starts one offset per item into the following arrays, and their end; not copied
/// @param items the neighbours, none of them the item itself; not copied
/// @param weights finite, descending within one item's neighbours; not copied
public record NeighbourLists(int[] starts, int[] items, float[] weights) {
  public NeighbourLists {
    if (starts.length == 0 || starts[0] != 0 || starts[starts.length - 1] != items.length) {
      throw new IllegalArgumentException("starts must run from 0 to " + items.length);
    }
    if (items.length != weights.length) {
      throw new IllegalArgumentException(items.length + " items, " + weights.length + " weights");
    }
    for (int item = 0; item < starts.length - 1; item++) {
      if (starts[item + 1] < starts[item]) {
        throw new IllegalArgumentException("starts descend at item " + item);
      }
    }
    for (int item = 0; item < starts.length - 1; item++) {
      for (int p = starts[item]; p < starts[item + 1]; p++) {
        boolean inRange = items[p] >= 0 && items[p] < starts.length - 1 && items[p] != item;
        boolean inOrder = p == starts[item] || weights[p] <= weights[p - 1];
        if (!inRange || !inOrder || !Float.isFinite(weights[p])) {
          throw new IllegalArgumentException("bad neighbour " + items[p] + " of item " + item);
        }
      }
    }
  }

  /// The lists of all items put together.
  ///
  /// @param items the neighbours of every item
  /// @param weights one per neighbour
  public static NeighbourLists of(int[][] items, float[][] weights) {
    int[] starts = new int[items.length + 1];
    for (int item = 0; item < items.length; item++) {
      starts[item + 1] = Math.addExact(starts[item], items[item].length);
    }
    int[] allItems = new int[starts[items.length]];
    float[] allWeights = new float[starts[items.length]];
    for (int item = 0; item < items.length; item++) {
      System.arraycopy(items[item], 0, allItems, starts[item], items[item].length);
      System.arraycopy(weights[item], 0, allWeights, starts[item], items[item].length);
    }
    return new NeighbourLists(starts, allItems, allWeights);
  }

  /// How many items have a list, be it empty.
  public int size() {
    return starts.length - 1;
  }
}
