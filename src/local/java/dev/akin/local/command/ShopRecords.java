package dev.akin.local.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akin.local.sample.CsvLines;
import dev.akin.local.sample.Shop;
import dev.akin.local.sample.ShopEvent;
import dev.akin.local.sample.ShopItem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Items and events as the API takes them.
///
/// @param items bodies for `POST /items`
/// @param events bodies for `POST /events`
record ShopRecords(List<ObjectNode> items, List<ObjectNode> events) {
  /// The attribute of a data set's items that says when they were sold last.
  static final String LAST_SOLD = "lastSoldOn";

  private static final List<String> ITEM_TEXTS = List.of("title", "description", "createdAt");
  private static final List<String> EVENT_TEXTS =
      List.of("eventId", "userId", "sessionId", "itemId", "timestamp", "currency");

  static ShopRecords of(Shop shop) {
    return new ShopRecords(
        shop.items().stream().map(ShopRecords::item).toList(),
        shop.events().stream().map(ShopRecords::event).toList());
  }

  /// Reads a catalogue: columns `itemId`, and if there are any `title`, `description`, `price`,
  /// `createdAt`, `categories` and `tags` (several of them separated by `|`).
  static List<ObjectNode> items(Path file) throws IOException {
    List<ObjectNode> records = new ArrayList<>();
    try (CsvLines lines = CsvLines.open(file)) {
      lines.require("itemId");
      for (CsvLines.Line line = lines.next(); line != null; line = lines.next()) {
        ObjectNode item = ShopClient.JSON.createObjectNode().put("itemId", line.get("itemId"));
        texts(item, line, ITEM_TEXTS);
        number(item, line, "price");
        list(item, line, "categories");
        list(item, line, "tags");
        records.add(item);
      }
    }
    return records;
  }

  /// Reads events: columns `itemId` and `userId` or `sessionId`, and if there are any `type`
  /// (purchase if there is none), `timestamp`, `eventId`, `quantity`, `price`, `currency`, `value`.
  static List<ObjectNode> events(Path file) throws IOException {
    List<ObjectNode> records = new ArrayList<>();
    try (CsvLines lines = CsvLines.open(file)) {
      lines.require("itemId");
      for (CsvLines.Line line = lines.next(); line != null; line = lines.next()) {
        ObjectNode event = ShopClient.JSON.createObjectNode();
        String type = line.get("type");
        event.put("type", type.isEmpty() ? "purchase" : type);
        texts(event, line, EVENT_TEXTS);
        number(event, line, "quantity");
        number(event, line, "price");
        number(event, line, "value");
        records.add(event);
      }
    }
    return records;
  }

  private static ObjectNode item(ShopItem item) {
    ObjectNode record =
        ShopClient.JSON
            .createObjectNode()
            .put("itemId", item.code())
            .put("title", item.title())
            .put("price", item.price())
            .put("currency", "GBP")
            .put("createdAt", item.firstDay().atStartOfDay(ZoneOffset.UTC).toInstant().toString());
    ArrayNode tags = record.putArray("tags");
    item.tags().forEach(tags::add);
    record.putObject("attributes").put(LAST_SOLD, item.lastDay().toString());
    return record;
  }

  private static ObjectNode event(ShopEvent event) {
    return ShopClient.JSON
        .createObjectNode()
        .put("eventId", event.id())
        .put("type", event.isReturn() ? "return" : "purchase")
        .put("userId", event.customer())
        .put("itemId", event.code())
        .put("timestamp", event.time().toInstant(ZoneOffset.UTC).toString())
        .put("quantity", event.quantity())
        .put("price", event.price())
        .put("currency", "GBP");
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
      ArrayNode values = record.putArray(column);
      for (String value : line.get(column).split("\\|")) {
        values.add(value.strip());
      }
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
