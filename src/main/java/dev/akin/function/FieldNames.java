package dev.akin.function;

import dev.akin.shop.InvalidFieldException;
import java.util.Map;
import java.util.function.Supplier;

/// Tells what is wrong with a request in the names that its sender knows.
///
/// @param theirs their name by ours, e.g. `ItemId` for `itemId`
public record FieldNames(Map<String, String> theirs) {
  public FieldNames {
    theirs = Map.copyOf(theirs);
  }

  /// Renames the field of a refusal, also where its remedy speaks of it; a path such as
  /// `/items/{id}` stays one.
  public <T> T in(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (InvalidFieldException invalid) {
      throw renamed(invalid);
    }
  }

  /// The same about a part of the request.
  ///
  /// @param path of the part, e.g. `eventList[3]`
  public <T> T in(String path, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (InvalidFieldException invalid) {
      InvalidFieldException renamed = renamed(invalid);
      throw renamed.field().isEmpty()
          ? new InvalidFieldException(path, renamed.code(), renamed.remedy())
          : renamed.within(path);
    }
  }

  private InvalidFieldException renamed(InvalidFieldException invalid) {
    String field = invalid.field();
    int end = 0;
    while (end < field.length() && Character.isLetter(field.charAt(end))) {
      end++;
    }
    String ours = field.substring(0, end);
    String name = theirs.getOrDefault(ours, ours);
    if (name.equals(ours)) {
      return invalid;
    }
    return new InvalidFieldException(
        name + field.substring(end),
        invalid.code(),
        invalid.remedy().replaceAll("(?<![\\w/])" + ours + "\\b", name));
  }
}
