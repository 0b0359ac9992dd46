package dev.akin.evaluate.split;

import dev.akin.math.IdIndex;

/// Who had what and when: one row per pair of user and item, sorted by user, then item. The same
/// observations in any order give the same object, so no split depends on the order of a file.
/// Immutable by convention: the arrays are neither copied nor to be changed.
///
/// @param users all users, trained on or not
/// @param items all items, trained on or not
/// @param starts `users + 1` offsets into the columns, the rows of one user after the other
/// @param columns what is known of every row
/// @param repeats further observations of the same pair for the same use, left out
public record Observations(
    IdIndex users, IdIndex items, int[] starts, Columns columns, long repeats) {

  /// @param item number of the item
  /// @param value the rating or strength; 1 where none was given
  /// @param time milliseconds since 1970; 0 where none was given
  /// @param given the use that the file named, [Part#TRAIN] where it named none
  public record Columns(int[] item, float[] value, long[] time, Part[] given) {}

  /// How many pairs there are.
  public int size() {
    return columns.item().length;
  }

  /// How many pairs a user has.
  public int size(int user) {
    return starts[user + 1] - starts[user];
  }

  /// Whether any row has a time.
  public boolean timed() {
    for (long time : columns.time()) {
      if (time != 0) {
        return true;
      }
    }
    return false;
  }
}
