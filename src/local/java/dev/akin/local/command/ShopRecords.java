package dev.akin.local.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akin.local.sample.Shop;
import dev.akin.local.sample.ShopEvent;
import dev.akin.local.sample.ShopItem;
import java.time.ZoneOffset;
import java.util.List;

/// Items and events as the API takes them.
///
/// @param items bodies for `POST /items`
/// @param events bodies for `POST /events`
record ShopRecords(List<ObjectNode> items, List<ObjectNode> events) {
  /// The attribute of a data set's items that says when they were sold last.
  static final String LAST_SOLD = "lastSoldOn";

  static ShopRecords of(Shop shop) {
    return new ShopRecords(
        shop.items().stream().map(ShopRecords::item).toList(),
        shop.events().stream().map(ShopRecords::event).toList());
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
}
