package dev.akin.local.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akin.local.sample.CsvLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A shop's own catalogue and history as CSV files, read into what the API takes. An empty field
/// says nothing; a column that nobody knows is refused, or a slip in its name would lose it.
final class ShopFiles {
  private static final String ATTRIBUTES = "attributes";
  private static final String CONTEXT = "context";
  private static final List<String> ITEM_TEXTS =
      List.of("title", "description", "currency", "createdAt", "expiresAt");
  private static final List<String> ITEM_COLUMNS =
      List.of(
          "itemId",
          "title",
          "description",
          "categories",
          "tags",
          "price",
          "currency",
          "available",
          "createdAt",
          "expiresAt",
          ATTRIBUTES + ".");
  private static final List<String> EVENT_TEXTS =
      List.of("eventId", "userId", "sessionId", "itemId", "timestamp", "currency");
  private static final List<String> EVENT_COLUMNS =
      List.of(
          "itemId",
          "userId",
          "sessionId",
          "type",
          "timestamp",
          "eventId",
          "quantity",
          "price",
          "currency",
          "value",
          CONTEXT + ".");

  private ShopFiles() {}

  /// Reads a catalogue: the column `itemId`, and any of the other fields of an item, several
  /// categories or tags with `|` between them. `attributes.brand` is the attribute `brand`.
  static List<ObjectNode> items(Path file) throws IOException {
    List<ObjectNode> records = new ArrayList<>();
    try (CsvLines lines = CsvLines.open(file)) {
      lines.require("itemId");
      lines.only(ITEM_COLUMNS);
      List<String> attributes = lines.namesAfter(ATTRIBUTES + ".");
      for (CsvLines.Line line = lines.next(); line != null; line = lines.next()) {
        ObjectNode item = ShopClient.JSON.createObjectNode().put("itemId", line.get("itemId"));
        texts(item, line, ITEM_TEXTS);
        number(item, line, "price");
        flag(item, line, "available");
        list(item, line, "categories");
        list(item, line, "tags");
        for (String name : attributes) {
          attribute(item, name, line.get(ATTRIBUTES + "." + name));
        }
        records.add(item);
      }
    }
    return records;
  }

  /// Reads events: the columns `itemId` and `userId` or `sessionId`, and any of the other fields of
  /// an event; without `type` it is a purchase. `context.device` is the word `device` of its
  /// context.
  static List<ObjectNode> events(Path file) throws IOException {
    List<ObjectNode> records = new ArrayList<>();
    try (CsvLines lines = CsvLines.open(file)) {
      lines.require("itemId");
      lines.only(EVENT_COLUMNS);
      List<String> context = lines.namesAfter(CONTEXT + ".");
      for (CsvLines.Line line = lines.next(); line != null; line = lines.next()) {
        ObjectNode event = ShopClient.JSON.createObjectNode();
        String type = line.get("type");
        event.put("type", type.isEmpty() ? "purchase" : type);
        texts(event, line, EVENT_TEXTS);
        number(event, line, "quantity");
        number(event, line, "price");
        number(event, line, "value");
        for (String name : context) {
          if (!line.get(CONTEXT + "." + name).isEmpty()) {
            event.withObject(CONTEXT).put(name, line.get(CONTEXT + "." + name));
          }
        }
        records.add(event);
      }
    }
    return records;
  }

  private static void texts(ObjectNode record, CsvLines.Line line, List<String> columns) {
    for (String column : columns) {
      if (!line.get(column).isEmpty()) {
        text(record, column, line.get(column));
      }
    }
  }

  /// Times may be numbers, as the data sets of the field have them.
  private static void text(ObjectNode record, String column, String text) {
    if (column.equals("timestamp") && text.matches("[0-9]{1,18}")) {
      record.put(column, Long.parseLong(text));
    } else {
      record.put(column, text);
    }
  }

  private static void list(ObjectNode record, CsvLines.Line line, String column) {
    if (!line.get(column).isEmpty()) {
      texts(record.putArray(column), line.get(column));
    }
  }

  private static void texts(ArrayNode values, String text) {
    for (String value : text.split("\\|")) {
      values.add(value.strip());
    }
  }

  private static void flag(ObjectNode record, CsvLines.Line line, String column)
      throws IOException {
    switch (line.get(column)) {
      case "" -> {}
      case "true" -> record.put(column, true);
      case "false" -> record.put(column, false);
      default ->
          throw new IOException(
              "line "
                  + line.number()
                  + ": "
                  + column
                  + " must be true or false: "
                  + line.get(column));
    }
  }

  /// What looks like a number or a flag is one; with bars it is a list of texts.
  private static void attribute(ObjectNode item, String name, String text) {
    if (text.isEmpty()) {
      return;
    }
    ObjectNode attributes = item.withObject(ATTRIBUTES);
    if (text.contains("|")) {
      texts(attributes.putArray(name), text);
    } else if (text.equals("true") || text.equals("false")) {
      attributes.put(name, text.equals("true"));
    } else if (text.matches("-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,15})?")) {
      attributes.put(name, Double.parseDouble(text));
    } else {
      attributes.put(name, text);
    }
  }

  private static void number(ObjectNode record, CsvLines.Line line, String column)
      throws IOException {
    String text = line.get(column);
    try {
      if (text.matches("-?[0-9]+")) {
        record.put(column, Long.parseLong(text));
      } else if (!text.isEmpty()) {
        record.put(column, Double.parseDouble(text));
      }
    } catch (NumberFormatException e) {
      throw new IOException("line " + line.number() + ": " + column + " is no number: " + text, e);
    }
  }
}
