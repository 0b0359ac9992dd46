package dev.akin.math;

/// Numbers of their own for the few columns of a wide matrix that occur in some rows, so that what
/// is kept for each of them stays in the nearest cache. Takes an int for every column; one look-up
/// per question. Not safe for concurrent use.
public final class CompactNumbers {
  /// Of every column its number plus one, 0 for none.
  private final int[] numbers;

  private int size;

  /// @param columns of the matrix
  public CompactNumbers(int columns) {
    numbers = new int[columns];
  }

  /// The number of a column, which gets the next one if it has none.
  public int of(int column) {
    if (numbers[column] == 0) {
      size++;
      numbers[column] = size;
    }
    return numbers[column] - 1;
  }

  /// The number of a column, negative if it has none.
  public int find(int column) {
    return numbers[column] - 1;
  }

  /// How many columns have a number.
  public int size() {
    return size;
  }
}
