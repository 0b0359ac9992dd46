package dev.akin.math;

import java.util.function.IntPredicate;

/// Keeps the k best of any number of scored indexes: highest score first, equal scores by smaller
/// index, whatever the order they were offered in. A bounded heap with its worst entry on top:
/// `O(log k)` per entry that is kept, one comparison for the rest.
public final class TopK {
  private final int[] indices;
  private final float[] scores;
  private int size;

  /// @param k how many to keep, at least 0
  public TopK(int k) {
    if (k < 0) {
      throw new IllegalArgumentException("k must not be negative, was " + k);
    }
    indices = new int[k];
    scores = new float[k];
  }

  /// The best of all scores whose index passes the filter, best first; fewer if fewer pass.
  public static int[] of(float[] scores, int k, IntPredicate filter) {
    TopK top = new TopK(Math.min(k, scores.length));
    for (int i = top.next(scores, 0); i < scores.length; i = top.next(scores, i + 1)) {
      if (filter.test(i)) {
        top.offer(i, scores[i]);
      }
    }
    return top.indices();
  }

  /// The scores of some indexes, in their order.
  public static float[] pick(float[] scores, int[] indices) {
    float[] picked = new float[indices.length];
    for (int i = 0; i < picked.length; i++) {
      picked[i] = scores[indices[i]];
    }
    return picked;
  }

  /// Whether an offer would be kept; lets callers skip a costly filter.
  public boolean wants(int index, float score) {
    if (size < indices.length) {
      return !Float.isNaN(score);
    }
    return size > 0 && better(index, score, 0);
  }

  /// The first index from `from` on that would be kept, or the number of scores: the quick way
  /// through many scores of which few are good enough.
  public int next(float[] among, int from) {
    float floor = size < indices.length || size == 0 ? Float.NEGATIVE_INFINITY : scores[0];
    int index = from;
    while (index < among.length && !(among[index] >= floor && wants(index, among[index]))) {
      index++;
    }
    return index;
  }

  /// Adds a candidate. NaN is never kept. An index must not be offered twice.
  public void offer(int index, float score) {
    if (!wants(index, score)) {
      return;
    }
    if (size < indices.length) {
      siftUp(size++, index, score);
      return;
    }
    siftDown(size, index, score);
  }

  public int size() {
    return size;
  }

  /// The kept indexes, best first. Leaves this object as it is.
  public int[] indices() {
    int[] result = new int[size];
    TopK rest = new TopK(size);
    System.arraycopy(indices, 0, rest.indices, 0, size);
    System.arraycopy(scores, 0, rest.scores, 0, size);
    for (int last = size - 1; last >= 0; last--) {
      result[last] = rest.indices[0];
      rest.siftDown(last, rest.indices[last], rest.scores[last]);
    }
    return result;
  }

  private boolean better(int index, float score, int slot) {
    return score > scores[slot] || (score == scores[slot] && index < indices[slot]);
  }

  private void siftUp(int start, int index, float score) {
    int slot = start;
    while (slot > 0 && !better(index, score, (slot - 1) / 2)) {
      move((slot - 1) / 2, slot);
      slot = (slot - 1) / 2;
    }
    indices[slot] = index;
    scores[slot] = score;
  }

  private void siftDown(int end, int index, float score) {
    int slot = 0;
    while (2 * slot + 1 < end) {
      int child = 2 * slot + 1;
      if (child + 1 < end && better(indices[child], scores[child], child + 1)) {
        child++;
      }
      if (!better(index, score, child)) {
        break;
      }
      move(child, slot);
      slot = child;
    }
    indices[slot] = index;
    scores[slot] = score;
  }

  private void move(int from, int to) {
    indices[to] = indices[from];
    scores[to] = scores[from];
  }
}
