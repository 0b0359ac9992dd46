package dev.akin.rank.filter;

import java.util.function.IntPredicate;

/// A set of item numbers, one bit each: 12.5 KB for 100,000 items. Immutable.
public final class ItemSet implements IntPredicate {
  private final long[] words;
  private final int size;

  ItemSet(long[] words, int size) {
    this.words = words;
    this.size = size;
  }

  /// No item of so many.
  public static ItemSet none(int size) {
    return new ItemSet(new long[wordsFor(size)], size);
  }

  /// Every item of so many.
  public static ItemSet all(int size) {
    return none(size).not();
  }

  /// The items that a predicate accepts.
  public static ItemSet where(int size, IntPredicate accepted) {
    long[] words = new long[wordsFor(size)];
    for (int w = 0; w < words.length; w++) {
      int to = Math.min(size, (w + 1) << 6);
      long word = 0;
      for (int i = w << 6; i < to; i++) {
        // No branch on the outcome: it cannot be predicted.
        word |= (accepted.test(i) ? 1L : 0L) << i;
      }
      words[w] = word;
    }
    return new ItemSet(words, size);
  }

  static int wordsFor(int size) {
    return (size + Long.SIZE - 1) >> 6;
  }

  /// How many items there are, in the set or not.
  public int size() {
    return size;
  }

  /// How many items are in the set.
  public int count() {
    int count = 0;
    for (long word : words) {
      count += Long.bitCount(word);
    }
    return count;
  }

  @Override
  public boolean test(int item) {
    return (words[item >> 6] & (1L << item)) != 0;
  }

  public ItemSet and(ItemSet other) {
    long[] both = words.clone();
    for (int w = 0; w < both.length; w++) {
      both[w] &= other.words[w];
    }
    return new ItemSet(both, size);
  }

  public ItemSet or(ItemSet other) {
    long[] either = words.clone();
    for (int w = 0; w < either.length; w++) {
      either[w] |= other.words[w];
    }
    return new ItemSet(either, size);
  }

  /// The items that are not in this set.
  public ItemSet not() {
    long[] others = new long[words.length];
    for (int w = 0; w < others.length; w++) {
      others[w] = ~words[w];
    }
    if ((size & 63) != 0) {
      others[others.length - 1] &= (1L << size) - 1;
    }
    return new ItemSet(others, size);
  }

  /// This set with some items judged anew: item `items[i]` is in it if `i` is in `judged`. So a
  /// condition over the items of a release is corrected by the few that have changed since.
  public ItemSet corrected(int[] items, IntPredicate judged) {
    long[] copy = words.clone();
    for (int i = 0; i < items.length; i++) {
      long bit = 1L << items[i];
      copy[items[i] >> 6] = judged.test(i) ? copy[items[i] >> 6] | bit : copy[items[i] >> 6] & ~bit;
    }
    return new ItemSet(copy, size);
  }

  boolean isEmpty() {
    for (long word : words) {
      if (word != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return count() + " of " + size + " items";
  }
}
