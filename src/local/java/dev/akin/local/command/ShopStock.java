package dev.akin.local.command;

import dev.akin.local.sample.OnlineRetail;
import dev.akin.local.sample.SampleShop;
import dev.akin.local.sample.Shop;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes sure that a stack holds a shop and a release.
final class ShopStock {
  private final ShopClient client;
  private final UnfinishedLoad unfinished;

  ShopStock(ShopClient client, UnfinishedLoad unfinished) {
    this.client = client;
    this.unfinished = unfinished;
  }

  /// The sample or the whole data set, as it is to be sent to a stack.
  ///
  /// @param full CSV of the data set; null for the sample
  static ShopRecords read(@Nullable Path full, ShopClient stack)
      throws IOException, InterruptedException {
    Shop shop = full == null ? SampleShop.read() : OnlineRetail.read(full);
    return ShopRecords.of(ShopDays.moved(shop, LocalDate.now(ZoneOffset.UTC), stack));
  }

  /// Loads the shop into an empty stack, or what is left of it into one where loading it was
  /// interrupted, and trains if that has not happened since.
  ///
  /// @param full CSV of the data set in place of the sample; null for the sample
  /// @return empty if there is another shop already, which is left as it is
  Optional<ShopRecords> fill(@Nullable Path full) throws IOException, InterruptedException {
    Optional<Path> source = unfinished.source(full);
    ShopRecords records = read(source.orElse(null), client);
    boolean load = unfinished.found() || !holdsItems();
    if (unfinished.found()) {
      System.out.println("Loading was interrupted; what is missing follows.");
    } else if (!load && client.find("items/" + known(records)).isEmpty()) {
      System.out.println("There is a shop already; it is left as it is.");
      return Optional.empty();
    }
    if (load) {
      unfinished.begin(source);
      var _ = new ShopLoader(client).load(records);
      unfinished.end();
    }
    if (load || client.get("status").path("release").isMissingNode()) {
      new TrainingWatch(client).train();
    }
    return Optional.of(records);
  }

  private static String known(ShopRecords records) {
    return ShopClient.segment(SampleCustomer.of(records).item());
  }

  private boolean holdsItems() throws IOException, InterruptedException {
    return !client.get("items?limit=1").path("items").isEmpty();
  }
}
