package dev.akin.local.command;

import dev.akin.app.HistorySource;
import dev.akin.app.RecommendRequest;
import dev.akin.config.UseCases;
import dev.akin.shop.UserId;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Prints what a user would be shown.
@Command(name = "recommend", description = "Prints the recommendations of a user, with reasons.")
final class RecommendCommand implements Callable<Integer> {
  @Mixin private StoreOptions store = new StoreOptions();

  @Parameters(paramLabel = "USER", description = "Id of the user.")
  private String user = "";

  @Option(names = "--limit", defaultValue = "10", description = "How many (${DEFAULT-VALUE}).")
  private int limit;

  @Option(
      names = "--strategy",
      description = "Who ranks, e.g. blend, linear, factors, neighbours, content, popular, again.")
  private @Nullable String strategy;

  @Override
  public Integer call() throws IOException {
    try (OpenTables tables = store.open()) {
      RecommendRequest request =
          new RecommendRequest(
              new HistorySource.OfSubject(new UserId(user)),
              limit,
              Set.of(),
              true,
              null,
              strategy,
              true);
      UseCases useCases = tables.useCases();
      Listing.print(
          useCases.recommendItems(useCases.moments()).recommend(request).items(),
          tables.stores().catalog());
    }
    return 0;
  }
}
