package dev.akin.local.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Customers of two tastes: even ones buy tea things, odd ones buy tools, each leaves out one item
/// of their taste, which is what they should be recommended.
final class SmallShop {
  static final int ITEMS_OF_TASTE = 8;
  private static final int CUSTOMERS = 60;

  private SmallShop() {}

  static ShopRecords records(Instant now) {
    List<ObjectNode> items = new ArrayList<>();
    for (String taste : List.of("tea", "tool")) {
      for (int i = 0; i < ITEMS_OF_TASTE; i++) {
        items.add(
            ShopClient.JSON
                .createObjectNode()
                .put("itemId", taste + "-" + i)
                .put("title", taste + " thing " + i)
                .put("price", 1 + i));
      }
    }
    List<ObjectNode> events = new ArrayList<>();
    for (int customer = 0; customer < CUSTOMERS; customer++) {
      for (int i = 0; i < ITEMS_OF_TASTE; i++) {
        if (!item(customer, i).equals(missing(customer))) {
          events.add(event(customer, i, now));
        }
      }
    }
    return new ShopRecords(items, events);
  }

  /// The item of the customer's taste that they have not bought yet.
  static String missing(int customer) {
    return item(customer, customer / 2 % ITEMS_OF_TASTE);
  }

  private static String item(int customer, int number) {
    return (customer % 2 == 0 ? "tea-" : "tool-") + number;
  }

  private static ObjectNode event(int customer, int number, Instant now) {
    Instant time = now.minus(Duration.ofHours(1 + customer + 24L * number));
    return ShopClient.JSON
        .createObjectNode()
        .put("type", "purchase")
        .put("userId", "u" + customer)
        .put("itemId", item(customer, number))
        .put("timestamp", time.toString());
  }
}
