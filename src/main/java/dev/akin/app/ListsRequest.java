package dev.akin.app;

import dev.akin.shop.InvalidFieldException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Several lists for one screen, of which no two hold the same item.
///
/// @param source whose lists they are
/// @param lists 1 to 10 of distinct names, 300 items in all; earlier ones choose first
public record ListsRequest(HistorySource source, List<Named> lists) {
  public static final int MOST_LISTS = 10;
  public static final int MOST_ITEMS = 300;

  public ListsRequest {
    if (lists.isEmpty() || lists.size() > MOST_LISTS) {
      throw new InvalidFieldException(
          "lists",
          lists.isEmpty() ? "too_few" : "too_many",
          "lists must have 1 to " + MOST_LISTS + " entries");
    }
    requireDistinct(lists);
    if (lists.stream().mapToInt(list -> list.options().limit()).sum() > MOST_ITEMS) {
      throw new InvalidFieldException(
          "lists", "too_many", "the limits of all lists must sum to " + MOST_ITEMS + " at most");
    }
    lists = List.copyOf(lists);
  }

  private static void requireDistinct(List<Named> lists) {
    List<String> names = new ArrayList<>();
    for (Named list : lists) {
      int first = names.indexOf(list.name());
      if (first >= 0) {
        throw new InvalidFieldException(
            "lists[" + names.size() + "].name",
            "duplicate",
            "the same name as lists[" + first + "]; give each once");
      }
      names.add(list.name());
    }
  }

  /// One of the lists.
  ///
  /// @param name 1 to 64 of a-z, 0-9 and -, by which the answer calls it
  public record Named(String name, ListOptions options) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");

    public Named {
      if (!NAME.matcher(name).matches()) {
        throw new InvalidFieldException(
            "name", "bad_name", "names of lists have 1 to 64 of a-z, 0-9 and -");
      }
    }
  }
}
