package dev.akin.rank.page;

import java.util.Arrays;

/// The items that a walk has shown.
///
/// Items that the release knows are kept by their number, which means the same as long as the
/// release serves. Those that came into the shop since are numbered anew after every change, so
/// they are kept by a mark made of their id, see [Fingerprint]: two ids share one with a chance of
/// 5e-20, so one of 400 marks is that of another of 20,000 items once in 10^12 walks.
///
/// | bound | value | why |
/// |---|---|---|
/// | [#MOST] | 1,000 items | a walk ends there; nobody pages further, and the text stays a parameter of a URL: about 2.8 KB for 1,000 of 1,000,000 items |
/// | [#MOST_MARKS] | 400 of them by mark | a mark takes 11 characters of that text, a number 2 or 3 |
///
/// @param numbers of items that the release knows, ascending and distinct; not copied
/// @param marks of other items, ascending and distinct; not copied
public record Shown(int[] numbers, long[] marks) {
  public static final int MOST = 1000;
  public static final int MOST_MARKS = 400;

  public Shown {
    if (!fits(numbers.length, marks.length)) {
      throw new IllegalArgumentException(
          numbers.length + " numbers and " + marks.length + " marks are too many");
    }
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] < 0 || (i > 0 && numbers[i] <= numbers[i - 1])) {
        throw new IllegalArgumentException("numbers must be ascending, from 0");
      }
    }
    for (int i = 1; i < marks.length; i++) {
      if (marks[i] <= marks[i - 1]) {
        throw new IllegalArgumentException("marks must be ascending");
      }
    }
  }

  /// Items that the release knows.
  public static Shown numbered(int... numbers) {
    return new Shown(numbers, new long[0]);
  }

  /// Whether a cursor can hold so many items.
  public static boolean fits(int numbers, int marks) {
    return numbers + marks <= MOST && marks <= MOST_MARKS;
  }

  public boolean marked(long mark) {
    return Arrays.binarySearch(marks, mark) >= 0;
  }

  public int size() {
    return numbers.length + marks.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shown that
        && Arrays.equals(numbers, that.numbers)
        && Arrays.equals(marks, that.marks);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(numbers) + Arrays.hashCode(marks);
  }
}
