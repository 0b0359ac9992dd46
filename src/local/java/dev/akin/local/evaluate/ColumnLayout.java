package dev.akin.local.evaluate;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Which field of a line is what; -1 for what the file does not have.
record ColumnLayout(int user, int item, int value, int timestamp) {
  private static final Map<String, String> SYNONYMS =
      Map.ofEntries(
          Map.entry("user", "user"),
          Map.entry("userid", "user"),
          Map.entry("uid", "user"),
          Map.entry("customer", "user"),
          Map.entry("customerid", "user"),
          Map.entry("visitorid", "user"),
          Map.entry("item", "item"),
          Map.entry("itemid", "item"),
          Map.entry("movie", "item"),
          Map.entry("movieid", "item"),
          Map.entry("product", "item"),
          Map.entry("productid", "item"),
          Map.entry("stockcode", "item"),
          Map.entry("value", "value"),
          Map.entry("rating", "value"),
          Map.entry("strength", "value"),
          Map.entry("quantity", "value"),
          Map.entry("timestamp", "timestamp"),
          Map.entry("time", "timestamp"),
          Map.entry("date", "timestamp"),
          Map.entry("invoicedate", "timestamp"));

  /// User, item, value and time in this order, as far as a line has them: MovieLens without header.
  static ColumnLayout usual(int fields) {
    return new ColumnLayout(0, 1, fields > 2 ? 2 : -1, fields > 3 ? 3 : -1);
  }

  /// The layout that a header names, or nothing if the line is no header.
  static Optional<ColumnLayout> ofHeader(List<String> fields) {
    ColumnLayout layout = of(fields);
    return layout.user >= 0 && layout.item >= 0 ? Optional.of(layout) : Optional.empty();
  }

  /// Whether a first line is a header that names some columns but not those that are needed: words
  /// alone, one of them known.
  static boolean isHalfHeader(List<String> fields) {
    return fields.stream().allMatch(field -> field.strip().matches("[A-Za-z_ -]+"))
        && fields.stream().anyMatch(field -> SYNONYMS.containsKey(plain(field)));
  }

  /// Whether any field is a name for `column`.
  static boolean names(List<String> fields, String column) {
    return fields.stream().anyMatch(field -> column.equals(SYNONYMS.get(plain(field))));
  }

  /// The layout of `--format`; names other than user, item, value, timestamp are passed over.
  static ColumnLayout ofFormat(String format) {
    List<String> names = List.of(format.split(","));
    List<String> known =
        names.stream()
            .map(name -> SYNONYMS.getOrDefault(plain(name), ""))
            .filter(name -> !name.isEmpty())
            .toList();
    if (known.stream().distinct().count() < known.size()) {
      throw new BadInputException("--format " + format + ": name every column once only");
    }
    ColumnLayout layout = of(names);
    if (layout.user < 0 || layout.item < 0) {
      throw new BadInputException(
          "--format " + format + ": name at least user and item, e.g. user,item,value,timestamp");
    }
    return layout;
  }

  /// Whether all fields are there.
  void require(List<String> fields, Path file, long line) {
    int needed = Math.max(Math.max(user, item), Math.max(value, timestamp)) + 1;
    if (fields.size() < needed) {
      throw BadInputException.at(
          file, line, "has " + fields.size() + " columns, needs " + needed + " (" + this + ")");
    }
  }

  /// Whether a first line has a word where the value should be, as a header in other words has.
  boolean notNumeric(List<String> fields) {
    return value >= 0 && value < fields.size() && fields.get(value).matches("[A-Za-z_ ]+");
  }

  private static ColumnLayout of(List<String> names) {
    int[] places = {-1, -1, -1, -1};
    List<String> order = List.of("user", "item", "value", "timestamp");
    for (int p = 0; p < names.size(); p++) {
      int place = order.indexOf(SYNONYMS.getOrDefault(plain(names.get(p)), ""));
      if (place >= 0 && places[place] < 0) {
        places[place] = p;
      }
    }
    return new ColumnLayout(places[0], places[1], places[2], places[3]);
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("user in column " + (user + 1));
    text.append(", item in ").append(item + 1);
    text.append(value < 0 ? "" : ", value in " + (value + 1));
    return text.append(timestamp < 0 ? "" : ", timestamp in " + (timestamp + 1)).toString();
  }
}
