package dev.akin.local.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/// Loads a shop through the API, with a bar for the items and one for the events.
final class ShopLoader {
  private final ShopClient client;

  ShopLoader(ShopClient client) {
    this.client = client;
  }

  /// Loads all that is accepted.
  ///
  /// @return how many records were refused; the reason of the first was printed
  long load(ShopRecords records) throws IOException, InterruptedException {
    // A shop has few items: a second process would start for longer than it helps.
    return load("items", records.items(), 1) + load("events", records.events(), 2);
  }

  private long load(String name, List<ObjectNode> records, int atOnce)
      throws IOException, InterruptedException {
    if (records.isEmpty()) {
      return 0;
    }
    Batches.Outcome outcome;
    try (ProgressBar bar = ProgressBar.of(name, records.size())) {
      outcome = new Batches(client, name, name, atOnce).send(records, bar);
    }
    if (outcome.duplicates() + outcome.rejected() > 0) {
      System.out.println("          " + outcome);
    }
    return outcome.rejected();
  }
}
