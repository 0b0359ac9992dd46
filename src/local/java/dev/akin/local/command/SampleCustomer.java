package dev.akin.local.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A customer to show recommendations for: one with a past that fits on a screen.
///
/// @param events newest first
/// @param titles of all items of the shop
record SampleCustomer(String id, List<ObjectNode> events, Map<String, String> titles) {
  private static final int SHOWN = 12;
  private static final int USUAL = 18;

  /// The customer whose number of events is closest to a usual one; of several the one with the
  /// smallest id.
  static SampleCustomer of(ShopRecords records) {
    TreeMap<String, List<ObjectNode>> customers =
        records.events().stream()
            .collect(
                Collectors.groupingBy(
                    event -> event.path("userId").asText(), TreeMap::new, Collectors.toList()));
    Map.Entry<String, List<ObjectNode>> chosen =
        customers.entrySet().stream()
            .min(Comparator.comparing(customer -> Math.abs(customer.getValue().size() - USUAL)))
            .orElseThrow(() -> new CommandFailedException("the shop has no customers"));
    Map<String, String> titles =
        records.items().stream()
            .collect(
                Collectors.toMap(
                    item -> item.path("itemId").asText(), item -> item.path("title").asText()));
    return new SampleCustomer(chosen.getKey(), chosen.getValue().reversed(), titles);
  }

  void printHistory() {
    System.out.println("Customer " + id + " bought, newest first:");
    events.stream()
        .limit(SHOWN)
        .forEach(event -> {
          String item = event.path("itemId").asText();
          System.out.printf(
              "  %s  %s%s%n",
              event.path("timestamp").asText().substring(0, 10),
              titles.getOrDefault(item, item),
              event.path("type").asText().equals("return") ? " (returned)" : "");
        });
    if (events.size() > SHOWN) {
      System.out.println("  and " + (events.size() - SHOWN) + " more");
    }
  }

  /// An item of the past, to look at its neighbours.
  String item() {
    return events.getFirst().path("itemId").asText();
  }
}
