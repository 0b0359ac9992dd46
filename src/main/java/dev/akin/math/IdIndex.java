package dev.akin.math;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// Numbers ids densely in their natural order, so the same set of ids always gets the same numbers.
/// Immutable; a look-up costs `O(log n)` comparisons.
public final class IdIndex {
  private final String[] ids;

  private IdIndex(String[] ids) {
    this.ids = ids;
  }

  /// Numbers the distinct ids of a collection in any order.
  public static IdIndex of(Collection<String> ids) {
    return new IdIndex(ids.stream().distinct().sorted().toArray(String[]::new));
  }

  public int size() {
    return ids.length;
  }

  /// The number of an id, or -1 if it has none.
  public int indexOf(String id) {
    return Math.max(-1, Arrays.binarySearch(ids, id));
  }

  public boolean contains(String id) {
    return indexOf(id) >= 0;
  }

  /// The id with a number in `0 .. size() - 1`.
  public String id(int index) {
    return ids[index];
  }

  /// All ids, by number.
  public List<String> ids() {
    return List.of(ids);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IdIndex index && Arrays.equals(ids, index.ids);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(ids);
  }

  @Override
  public String toString() {
    return "IdIndex of " + ids.length;
  }
}
