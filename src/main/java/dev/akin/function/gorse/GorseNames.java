package dev.akin.function.gorse;

import dev.akin.shop.InvalidFieldException;
import java.util.Map;
import java.util.function.Supplier;

/// Tells what is wrong with a request in the names that its sender knows.
final class GorseNames {
  private static final Map<String, String> NAMES =
      Map.of(
          "userId", "UserId",
          "itemId", "ItemId",
          "timestamp", "Timestamp",
          "value", "Value",
          "title", "Comment",
          "categories", "Categories",
          "tags", "Labels",
          "attributes", "Labels",
          "createdAt", "Timestamp");

  private GorseNames() {}

  /// Renames the field of a refusal.
  static <T> T in(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (InvalidFieldException invalid) {
      throw renamed(invalid);
    }
  }

  /// The same about the record at a place of a list.
  static <T> T at(int place, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (InvalidFieldException invalid) {
      InvalidFieldException renamed = renamed(invalid);
      String path = "[" + place + "]";
      throw renamed.field().isEmpty()
          ? new InvalidFieldException(path, renamed.code(), renamed.remedy())
          : renamed.within(path);
    }
  }

  private static InvalidFieldException renamed(InvalidFieldException invalid) {
    String field = invalid.field();
    int end = 0;
    while (end < field.length() && Character.isLetter(field.charAt(end))) {
      end++;
    }
    String ours = field.substring(0, end);
    String theirs = NAMES.getOrDefault(ours, ours);
    if (theirs.equals(ours)) {
      return invalid;
    }
    return new InvalidFieldException(
        theirs + field.substring(end),
        invalid.code(),
        invalid.remedy().replaceAll("\\b" + ours + "\\b", theirs));
  }
}
