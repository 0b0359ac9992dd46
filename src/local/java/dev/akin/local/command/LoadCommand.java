package dev.akin.local.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Loads a catalogue and events through the API.
@Command(
    name = "load",
    description = {
      "Loads items and events through the API of a running stack. Loading twice is safe.",
      "",
      "CSV files have a heading, commas and UTF-8. Items: itemId, title, description, categories,",
      "tags, price, currency, available, createdAt, expiresAt, attributes.<name>; several values",
      "are separated by |. Events: itemId, userId or sessionId, type (purchase if absent),",
      "timestamp, eventId, quantity, price, currency, value, context.<name>."
    })
final class LoadCommand implements Callable<Integer> {
  @Option(names = "--url", description = "Address of the API (${DEFAULT-VALUE}).")
  private URI url = URI.create("http://127.0.0.1:3000");

  @Option(names = "--key", description = "API key, if the stack asks for one.")
  private @Nullable String key;

  @Option(names = "--items", paramLabel = "CSV", description = "File with items, may be gzipped.")
  private @Nullable Path items;

  @Option(names = "--events", paramLabel = "CSV", description = "File with events, may be gzipped.")
  private @Nullable Path events;

  @Option(names = "--sample", description = "Loads the sample shop.")
  private boolean sample;

  @Option(
      names = "--full",
      paramLabel = "CSV",
      description = "Loads all of the data set Online Retail from its CSV, may be gzipped.")
  private @Nullable Path full;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (items == null && events == null && full == null && !sample) {
      throw new CommandFailedException(
          "nothing to load; give --items, --events, --sample or --full");
    }
    ShopRecords given =
        new ShopRecords(
            items == null ? List.of() : ShopFiles.items(items),
            events == null ? List.of() : ShopFiles.events(events));
    long refused = 0;
    try (ShopClient client = new ShopClient(url, key)) {
      ShopLoader loader = new ShopLoader(client);
      if (sample || full != null) {
        refused += loader.load(ShopStock.read(full, client));
      }
      refused += loader.load(given);
    }
    if (refused > 0) {
      throw new CommandFailedException(
          String.format(
              Locale.ROOT, "%,d refused, the others are loaded; loading again is safe", refused));
    }
    return 0;
  }
}
