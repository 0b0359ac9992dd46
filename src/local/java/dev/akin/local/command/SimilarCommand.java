package dev.akin.local.command;

import dev.akin.app.ListRules;
import dev.akin.app.SimilarRequest;
import dev.akin.shop.ItemId;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Prints what would be shown beside an item.
@Command(name = "similar", description = "Prints the items that are most like an item.")
final class SimilarCommand implements Callable<Integer> {
  @Mixin private StoreOptions store = new StoreOptions();

  @Parameters(paramLabel = "ITEM", description = "Id of the item.")
  private String item = "";

  @Option(names = "--limit", defaultValue = "10", description = "How many (${DEFAULT-VALUE}).")
  private int limit;

  @Option(
      names = "--basis",
      defaultValue = "behaviour",
      description = "behaviour, together, content or blend (${DEFAULT-VALUE}).")
  private String basis = "";

  @Option(
      names = "--filter",
      description = "Which items may be shown, e.g. 'price <= 50 and \"shoes\" in categories'.")
  private @Nullable String filter;

  @Override
  public Integer call() throws IOException {
    try (OpenTables tables = store.open()) {
      SimilarRequest request =
          new SimilarRequest(
                  new ItemId(item), limit, SimilarRequest.Basis.of(basis), null, Set.of())
              .with(ListRules.filter(filter));
      Listing.print(
          tables.useCases().findSimilarItems().find(request).items(), tables.stores().catalog());
    }
    return 0;
  }
}
