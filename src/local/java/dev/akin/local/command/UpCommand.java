package dev.akin.local.command;

import dev.akin.local.Quietly;
import dev.akin.local.cloud.CloudOptions;
import dev.akin.local.cloud.LocalCloud;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Starts the local cloud, fills an empty one with the sample shop, trains, shows a recommendation,
/// and serves until it is stopped.
@Command(
    name = "up",
    description = "Starts everything on this machine, with a sample shop, and serves until Ctrl-C.")
final class UpCommand implements Callable<Integer> {
  @Option(
      names = "--port",
      defaultValue = "3000",
      converter = OptionValues.Port.class,
      description = "Port of the API, 0 for any free one (${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keeps the tables in this folder; without it they end with the program.")
  private @Nullable Path data;

  @Option(
      names = "--full",
      paramLabel = "CSV",
      description = "Loads all of the data set Online Retail from its CSV in place of the sample.")
  private @Nullable Path full;

  @Option(names = "--empty", description = "Loads nothing and trains nothing.")
  private boolean empty;

  @Option(names = "--once", description = "Ends after the first recommendation.")
  private boolean once;

  @Option(
      names = "--keys",
      description = "Asks for API keys, as the deployed stack does; see `key create`.")
  private boolean keys;

  @Option(names = "--schedules", description = "Trains by the template's schedule, too.")
  private boolean schedules;

  @Option(names = "--zip", paramLabel = "ZIP", description = "The functions (target/function.zip).")
  private @Nullable Path zip;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (keys && data == null) {
      throw new CommandFailedException(
          "--keys needs --data DIR, where `key create --data DIR` has stored a key");
    }
    long start = System.nanoTime();
    try (LocalCloud cloud = start()) {
      Runtime.getRuntime().addShutdownHook(new Thread(cloud::close, "stop"));
      System.out.printf("Akin runs at %s; its functions write to %s%n", cloud.uri(), cloud.logs());
      // A key would be needed for the calls below as for all others.
      Optional<SampleCustomer> customer = empty || keys ? Optional.empty() : fill(cloud);
      if (customer.isPresent()) {
        System.out.printf("%nAll that took %.1f s.%n", (System.nanoTime() - start) / 1e9);
      }
      if (!once) {
        System.out.println(CallList.of(cloud.uri(), customer, keys));
        System.out.println("Serving until Ctrl-C.");
        new CountDownLatch(1).await();
      }
    }
    return 0;
  }

  private LocalCloud start() throws IOException {
    CloudOptions options =
        CloudOptions.of(zip == null ? FunctionFile.find() : zip)
            .withPort(port)
            .withData(data)
            .withKeys(keys)
            .withSchedules(schedules);
    return Quietly.call(() -> LocalCloud.start(options));
  }

  /// Makes sure that there is a shop and a release, and shows what comes of them.
  private Optional<SampleCustomer> fill(LocalCloud cloud) throws IOException, InterruptedException {
    try (ShopClient client = new ShopClient(cloud.uri(), null)) {
      Optional<ShopRecords> records = new ShopStock(client, new UnfinishedLoad(data)).fill(full);
      if (records.isEmpty()) {
        return Optional.empty();
      }
      SampleCustomer customer = SampleCustomer.of(records.get());
      System.out.println();
      customer.printHistory();
      new Showing(client, customer.titles()).recommendations(customer.id());
      return Optional.of(customer);
    }
  }
}
