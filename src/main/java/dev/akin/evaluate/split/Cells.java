package dev.akin.evaluate.split;

import dev.akin.model.History;
import java.util.Arrays;

/// A few items of one user with a number each, ascending by item.
final class Cells {
  private final int[] items;
  private final float[] values;
  private int size;

  Cells(int capacity) {
    items = new int[capacity];
    values = new float[capacity];
  }

  void add(int item, float value) {
    items[size] = item;
    values[size++] = value;
  }

  int size() {
    return size;
  }

  int[] items() {
    return Arrays.copyOf(items, size);
  }

  float[] values() {
    return Arrays.copyOf(values, size);
  }

  /// The cells above zero: a history knows no others.
  History history() {
    Cells positive = new Cells(size);
    for (int p = 0; p < size; p++) {
      if (values[p] > 0) {
        positive.add(items[p], values[p]);
      }
    }
    return new History(positive.items(), positive.values());
  }
}
