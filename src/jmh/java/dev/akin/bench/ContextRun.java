package dev.akin.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.akin.app.Recipes;
import dev.akin.app.ReleaseTraining;
import dev.akin.app.Retrain;
import dev.akin.app.TrainingOptions;
import dev.akin.local.sample.CsvLines;
import dev.akin.local.sample.OnlineRetail;
import dev.akin.local.sample.Shop;
import dev.akin.local.sample.ShopEvent;
import dev.akin.local.sample.ShopItem;
import dev.akin.memory.InMemoryCatalog;
import dev.akin.memory.InMemoryEventLog;
import dev.akin.memory.InMemoryReleaseStore;
import dev.akin.memory.InMemoryTrainingBoard;
import dev.akin.shop.Action;
import dev.akin.shop.Attribution;
import dev.akin.shop.Event;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.Price;
import dev.akin.shop.Strength;
import dev.akin.shop.UserId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the context is worth to Online Retail: `ContextRun online_retail.csv.gz [SEED]` trains as
/// the shop's nightly training would the day after the last invoice, on stores in memory, with the
/// country of each invoice in the context of its events. Prints what the report says of the
/// context; `hour` and `weekday` come from the time of the events.
public final class ContextRun {
  private static final int THREADS = 2;

  private final Map<String, String> countries;
  private final Shop shop;

  private ContextRun(Path file) throws IOException {
    countries = countries(file);
    shop = OnlineRetail.read(file);
  }

  public static void main(String[] arguments) throws IOException {
    String[] words = String.join(" ", arguments).strip().split(" +");
    long seed = words.length > 1 ? Long.parseLong(words[1]) : 42;
    String report = new ContextRun(Path.of(words[0])).report(seed);
    System.out.println(new ObjectMapper().readTree(report).findValue("context").toPrettyString());
  }

  /// By invoice.
  private static Map<String, String> countries(Path file) throws IOException {
    Map<String, String> countries = new HashMap<>();
    try (CsvLines lines = CsvLines.open(file)) {
      lines.require("InvoiceNo", "Country");
      for (CsvLines.Line line = lines.next(); line != null; line = lines.next()) {
        countries.put(line.get("InvoiceNo"), line.get("Country"));
      }
    }
    return countries;
  }

  private String report(long seed) {
    InMemoryEventLog events = new InMemoryEventLog();
    events.append(shop.events().stream().map(this::event).toList());
    InMemoryCatalog catalog = new InMemoryCatalog();
    catalog.put(shop.items().stream().map(ContextRun::item).toList());
    InMemoryReleaseStore releases = new InMemoryReleaseStore();
    Instant now = instant(shop.events().getLast().time().plusDays(1));
    Retrain.Outcome outcome =
        new Retrain(
                events,
                catalog,
                releases,
                new InMemoryTrainingBoard(),
                training(seed),
                () -> now,
                (_, _) -> () -> {})
            .run("context");
    if (outcome instanceof Retrain.Outcome.Published(var manifest)) {
      System.out.println(manifest.strategy() + ", " + manifest.counts());
      return manifest.report();
    }
    throw new IllegalStateException("nothing was published: " + outcome);
  }

  /// As deployed, but for the seed.
  private static ReleaseTraining training(long seed) {
    TrainingOptions options = new TrainingOptions(seed, THREADS, 128, 15, 50, 512L << 20, false);
    return new ReleaseTraining(
        new ReleaseTraining.Settings(
            seed,
            THREADS,
            Strength.DEFAULT,
            Recipes.standard(options),
            new ReleaseTraining.Bounds(50_000, Runtime.getRuntime().maxMemory())));
  }

  private Event event(ShopEvent event) {
    Price price = new Price(event.price(), "GBP");
    String country = countries.getOrDefault(event.invoice(), "");
    return new Event(
        event.id(),
        new UserId(event.customer()),
        null,
        new ItemId(event.code()),
        instant(event.time()),
        event.isReturn()
            ? new Action.Return(event.quantity(), price)
            : new Action.Purchase(event.quantity(), price),
        new Attribution(null, List.of(), Map.of("country", country)));
  }

  private static Item item(ShopItem item) {
    return new Item(
        new ItemId(item.code()),
        item.title(),
        null,
        List.of(),
        item.tags(),
        new Price(item.price(), "GBP"),
        true,
        instant(item.firstDay().atStartOfDay()),
        null,
        Map.of());
  }

  private static Instant instant(LocalDateTime time) {
    return time.toInstant(ZoneOffset.UTC);
  }
}
