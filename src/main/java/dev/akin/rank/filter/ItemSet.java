package dev.akin.rank.filter;

import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A set of item numbers that is asked item by item at first: a list is full after a thousand or
/// two. Who asks for an eighth of all items, or for all of them at once, gets them from one pass
/// over the columns, one bit each: 12.5 KB for 100,000 items.
///
/// The answers never change; not safe for concurrent use.
public final class ItemSet implements IntPredicate {
  /// Asking for one item costs about as much as eight do in a pass over all.
  private static final int SHARE = 8;

  private final int size;
  private final IntPredicate accepted;
  private final Supplier<long[]> pass;
  private long @Nullable [] words;
  private int asked;

  private ItemSet(int size, long[] words) {
    this(size, _ -> false, () -> words);
    this.words = words;
  }

  /// @param accepted whether a single item is in the set
  /// @param pass the same of all items, as bits
  ItemSet(int size, IntPredicate accepted, Supplier<long[]> pass) {
    this.size = size;
    this.accepted = accepted;
    this.pass = pass;
  }

  /// No item of so many.
  public static ItemSet none(int size) {
    return new ItemSet(size, new long[wordsFor(size)]);
  }

  /// Every item of so many.
  public static ItemSet all(int size) {
    return none(size).not();
  }

  /// The items that a predicate accepts.
  public static ItemSet where(int size, IntPredicate accepted) {
    return new ItemSet(size, accepted, () -> words(size, accepted));
  }

  private static long[] words(int size, IntPredicate accepted) {
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
    return words;
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
    for (long word : words()) {
      count += Long.bitCount(word);
    }
    return count;
  }

  @Override
  public boolean test(int item) {
    long[] known = words;
    if (known == null) {
      if (asked++ < size / SHARE) {
        return accepted.test(item);
      }
      known = words();
    }
    return (known[item >> 6] & (1L << item)) != 0;
  }

  private long[] words() {
    long[] known = words == null ? pass.get() : words;
    words = known;
    return known;
  }

  public ItemSet and(ItemSet other) {
    return new ItemSet(
        size,
        item -> test(item) && other.test(item),
        () -> {
          long[] both = words().clone();
          for (int w = 0; w < both.length; w++) {
            both[w] &= other.words()[w];
          }
          return both;
        });
  }

  public ItemSet or(ItemSet other) {
    return new ItemSet(
        size,
        item -> test(item) || other.test(item),
        () -> {
          long[] either = words().clone();
          for (int w = 0; w < either.length; w++) {
            either[w] |= other.words()[w];
          }
          return either;
        });
  }

  /// The items that are not in this set.
  public ItemSet not() {
    return new ItemSet(size, item -> !test(item), this::others);
  }

  private long[] others() {
    long[] others = words().clone();
    for (int w = 0; w < others.length; w++) {
      others[w] = ~others[w];
    }
    if ((size & 63) != 0) {
      others[others.length - 1] &= (1L << size) - 1;
    }
    return others;
  }

  /// This set with some items judged anew: item `items[i]` is in it if `i` is in `judged`. So a
  /// condition over the items of a release is corrected by the few that have changed since.
  public ItemSet corrected(int[] items, IntPredicate judged) {
    long[] copy = words().clone();
    for (int i = 0; i < items.length; i++) {
      long bit = 1L << items[i];
      copy[items[i] >> 6] = judged.test(i) ? copy[items[i] >> 6] | bit : copy[items[i] >> 6] & ~bit;
    }
    return new ItemSet(size, copy);
  }

  @Override
  public String toString() {
    return count() + " of " + size + " items";
  }
}
