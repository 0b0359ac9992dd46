package dev.akin.local.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Reads what is known of users or items: the id in the first column, one attribute in every other.
/// Several values of one attribute are separated by `|`, as the genres of MovieLens.
final class AttributeFile {
  /// An attribute with more values than this is a name or a number, not a kind.
  static final int MOST_VALUES = 30;

  private AttributeFile() {}

  /// Per attribute, per id, the values.
  ///
  /// @param columns names of all columns without header, or empty if the first line is a header
  static Map<String, Map<String, Set<String>>> read(Path file, List<String> columns) {
    List<List<String>> lines = new ArrayList<>();
    List<Separator> separator = new ArrayList<>();
    TextLines.forEach(
        file,
        (number, line) -> {
          if (separator.isEmpty()) {
            separator.add(Separator.in(line));
          }
          if (!line.isBlank()) {
            lines.add(separator.getFirst().split(line));
          }
        });
    List<String> names = columns.isEmpty() && !lines.isEmpty() ? lines.removeFirst() : columns;
    if (lines.isEmpty() || names.size() < 2) {
      throw new BadInputException(file + ": needs a header, an id column and an attribute column");
    }
    Map<String, Map<String, Set<String>>> attributes = new LinkedHashMap<>();
    for (int column = 1; column < names.size(); column++) {
      Map<String, Set<String>> values = values(lines, column);
      if (values.values().stream().flatMap(Set::stream).distinct().count() <= MOST_VALUES) {
        attributes.put(names.get(column), new TreeMap<>(values));
      }
    }
    return attributes;
  }

  private static Map<String, Set<String>> values(List<List<String>> lines, int column) {
    Map<String, Set<String>> values = new HashMap<>();
    for (List<String> fields : lines) {
      if (column < fields.size() && !fields.get(column).isEmpty()) {
        Set<String> distinct = Set.copyOf(List.of(fields.get(column).split("\\|")));
        values.put(fields.getFirst(), distinct);
      }
    }
    return values;
  }
}
