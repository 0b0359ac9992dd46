package dev.akin.local.evaluate;

import dev.akin.learn.ItemText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What is known of users or items: per attribute, per id, the values. The first column of the file
/// is the id; several values of one attribute are separated by `|`, as the genres of MovieLens.
///
/// @param attributes in the order of the columns
record AttributeTable(Map<String, Map<String, Set<String>>> attributes) {
  static final AttributeTable EMPTY = new AttributeTable(Map.of());

  /// An attribute with more values than this is a name or a number, not a kind.
  static final int MOST_VALUES = 30;

  /// @param columns names of all columns without header; if empty, a file of MovieLens is known by
  ///   its shape, and any other has a header
  static AttributeTable read(Path file, List<String> columns) {
    List<List<String>> lines = new ArrayList<>();
    List<Separator> separator = new ArrayList<>();
    TextLines.forEach(
        file,
        (number, line) -> {
          if (line.isBlank()) {
            return;
          }
          if (separator.isEmpty()) {
            separator.add(Separator.in(line));
          }
          List<String> fields = separator.getFirst().split(line);
          if (fields.getFirst().isEmpty()) {
            throw BadInputException.at(file, number, "the id, in the first column, is empty");
          }
          lines.add(fields);
        });
    List<String> names = columns;
    if (names.isEmpty() && !lines.isEmpty()) {
      names = MovieLens.columns(separator.getFirst(), lines.getFirst());
      names = names.isEmpty() ? lines.removeFirst() : names;
    }
    if (lines.isEmpty() || names.size() < 2) {
      throw new BadInputException(file + ": needs a header, an id column and an attribute column");
    }
    return of(names, lines);
  }

  private static AttributeTable of(List<String> names, List<List<String>> lines) {
    Map<String, Map<String, Set<String>>> attributes = new LinkedHashMap<>();
    for (List<String> fields : lines) {
      String id = fields.getFirst();
      for (int column = 1; column < Math.min(names.size(), fields.size()); column++) {
        String name = names.get(column);
        String field = fields.get(column);
        if (MovieLens.isFlag(name)) {
          field = field.equals("1") ? MovieLens.flag(name) : "";
          name = MovieLens.GENRE;
        }
        List<String> values = values(field);
        if (!values.isEmpty() && !name.isBlank()) {
          attributes
              .computeIfAbsent(name, _ -> new TreeMap<>())
              .computeIfAbsent(id, _ -> new TreeSet<>())
              .addAll(values);
        }
      }
    }
    return new AttributeTable(attributes);
  }

  private static List<String> values(String field) {
    return Arrays.stream(field.split("\\|")).filter(value -> !value.isBlank()).toList();
  }

  Set<String> ids() {
    Set<String> ids = new TreeSet<>();
    attributes.values().forEach(values -> ids.addAll(values.keySet()));
    return ids;
  }

  /// The attributes with few enough values for a slice each.
  Map<String, Map<String, Set<String>>> kinds() {
    Map<String, Map<String, Set<String>>> kinds = new LinkedHashMap<>();
    attributes.forEach((name, values) -> {
      if (values.values().stream().flatMap(Set::stream).distinct().count() <= MOST_VALUES) {
        kinds.put(name, values);
      }
    });
    return kinds;
  }

  /// What an item says about itself: columns named title or name, description, category or genre
  /// are that; all others are tags, addresses and dates aside.
  ItemText text(String id) {
    List<String> title = new ArrayList<>();
    List<String> description = new ArrayList<>();
    List<String> categories = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    attributes.forEach((name, values) -> {
      Set<String> own = values.getOrDefault(id, Set.of());
      String plain = name.toLowerCase(Locale.ROOT);
      List<String> field =
          plain.matches(".*(title|name).*")
              ? title
              : plain.contains("description")
                  ? description
                  : plain.matches(".*(categor|genre).*") ? categories : tags;
      own.stream().filter(value -> !value.matches("https?:.*|[0-9].*")).forEach(field::add);
      if (field == title) {
        own.stream().filter(value -> value.matches("[0-9].*")).forEach(title::add);
      }
    });
    return new ItemText(String.join(" ", title), String.join(" ", description), categories, tags);
  }
}
