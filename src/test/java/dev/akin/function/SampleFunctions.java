package dev.akin.function;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.akin.app.ActivateRelease;
import dev.akin.app.EraseSubject;
import dev.akin.app.ExportSubject;
import dev.akin.app.FindSimilarItems;
import dev.akin.app.IngestEvents;
import dev.akin.app.ListReleases;
import dev.akin.app.ManageCatalog;
import dev.akin.app.Moments;
import dev.akin.app.RecommendItems;
import dev.akin.app.ReportStatus;
import dev.akin.app.Scenarios;
import dev.akin.app.StartTraining;
import dev.akin.app.TrainingIds;
import dev.akin.config.Doors;
import dev.akin.config.Settings;
import dev.akin.config.Stores;
import dev.akin.config.UseCases;
import dev.akin.memory.RecordingTrainingTrigger;
import dev.akin.port.ScenarioStore.Scenario;
import dev.akin.shop.Action;
import dev.akin.shop.Attribution;
import dev.akin.shop.Event;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.Price;
import dev.akin.shop.SessionId;
import dev.akin.shop.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// All functions on stores in memory, at noon of 24 November 2026.
///
/// The shop of the samples: items `kitchen-1` to `kitchen-8` and `garden-1` to `garden-8` (the
/// category is `Home > Kitchen` or `Home > Garden`, the price 10 EUR); customers `cook-1` to
/// `cook-15` and `gardener-1` to `gardener-15`, who have each bought four or five items of their
/// kind; `ann`, who bought `kitchen-1` in the order `order-1` a day ago; and the session `visit-1`,
/// which viewed `garden-1` an hour ago. The scenario `home` wants three items for at most 20.
final class SampleFunctions {
  static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  /// The scenario of the samples.
  static final Scenario HOME =
      new Scenario(
          "home", "{\"limit\":3,\"filter\":\"price <= 20\"}", NOON.minus(Duration.ofHours(1)));

  private static final int ITEMS = 8;
  private static final int CUSTOMERS = 15;

  final Stores stores;
  final RecordingTrainingTrigger trigger = new RecordingTrainingTrigger();
  final List<String> warnings = new ArrayList<>();
  private final InstantSource clock = InstantSource.fixed(NOON);
  private final UseCases useCases;
  private final Doors doors = new Doors();
  private final TrainingIds ids = new TrainingIds(clock, new AtomicLong(6)::incrementAndGet);

  SampleFunctions(Stores stores) {
    this.stores = stores;
    this.useCases = new UseCases(stores, Settings.documented(), clock, warnings::add);
  }

  /// No items, no events, no release; a secret of zeros, so that samples can hold signed ids.
  static SampleFunctions emptyShop() {
    return emptyShop(InMemoryStores.empty());
  }

  private static SampleFunctions emptyShop(Stores stores) {
    stores.keys().signingSecret(new byte[32]);
    return new SampleFunctions(stores);
  }

  /// The shop of the samples before its first training.
  static SampleFunctions untrainedShop() {
    return untrainedShop(InMemoryStores.empty());
  }

  /// The same on other stores, which must be empty.
  static SampleFunctions untrainedShop(Stores stores) {
    SampleFunctions functions = emptyShop(stores);
    functions.stock("kitchen", "Home > Kitchen", "cook");
    functions.stock("garden", "Home > Garden", "gardener");
    Action bought = new Action.Purchase(1, null);
    functions.append("order-1", "ann", null, "kitchen-1", Duration.ofDays(1), bought);
    functions.stores.scenarios().put(HOME);
    functions.append("look-1", null, "visit-1", "garden-1", Duration.ofHours(1), new Action.View());
    return functions;
  }

  /// The shop of the samples with one release, `trained` by the retrain function.
  static SampleFunctions trainedShop() {
    SampleFunctions functions = untrainedShop();
    functions.retrain(null);
    return functions;
  }

  APIGatewayV2HTTPResponse ingest(APIGatewayV2HTTPEvent event) {
    IngestEvents ingestEvents = useCases.ingestEvents();
    return new IngestFunction(ingestEvents, doors.events(ingestEvents, useCases)).ingest(event);
  }

  APIGatewayV2HTTPResponse catalog(APIGatewayV2HTTPEvent event) {
    ManageCatalog catalog = new ManageCatalog(stores.catalog());
    return new CatalogFunction(catalog, useCases.manageScenarios(), doors.items(catalog))
        .catalog(event);
  }

  APIGatewayV2HTTPResponse similar(APIGatewayV2HTTPEvent event) {
    FindSimilarItems findSimilarItems = useCases.findSimilarItems();
    return new SimilarFunction(findSimilarItems, doors.neighbours(findSimilarItems)).similar(event);
  }

  APIGatewayV2HTTPResponse recommend(APIGatewayV2HTTPEvent event) {
    Moments moments = useCases.moments();
    RecommendItems recommendItems = useCases.recommendItems(moments);
    return new RecommendFunction(
            recommendItems,
            scenarios(),
            doors.lists(recommendItems, useCases.findSimilarItems(), scenarios(), useCases))
        .recommend(event);
  }

  Scenarios scenarios() {
    return useCases.scenarios();
  }

  APIGatewayV2HTTPResponse account(APIGatewayV2HTTPEvent event) {
    ExportSubject export = useCases.exportSubject();
    EraseSubject erase = useCases.eraseSubject();
    return new AccountFunction(
            export,
            erase,
            useCases.mergeSession(),
            useCases.findUsers(),
            doors.users(export, erase, useCases))
        .account(event);
  }

  APIGatewayV2HTTPResponse status(@Nullable APIGatewayV2HTTPEvent event) {
    return new StatusFunction(
            new ReportStatus(stores.releases(), stores.board(), stores.catalog(), clock),
            new StartTraining(stores.board(), trigger, clock, ids),
            new ListReleases(stores.releases()),
            new ActivateRelease(stores.releases()))
        .status(event);
  }

  RetrainFunction.Output retrain(RetrainFunction.@Nullable Input input) {
    return new RetrainFunction(useCases.retrain(), useCases.news(), ids).retrain(input);
  }

  private void stock(String kind, String category, String customer) {
    for (int item = 1; item <= ITEMS; item++) {
      stores.catalog().put(List.of(item(kind + "-" + item, category)));
    }
    for (int who = 1; who <= CUSTOMERS; who++) {
      for (int step = 0; step < 4 + who % 2; step++) {
        String item = kind + "-" + (1 + (who + step * (1 + who % 3)) % ITEMS);
        append(
            "sale-" + step,
            customer + "-" + who,
            null,
            item,
            Duration.ofDays(1 + step),
            new Action.Purchase(1, null));
      }
    }
  }

  private void append(
      String id,
      @Nullable String user,
      @Nullable String session,
      String item,
      Duration age,
      Action action) {
    Event event =
        new Event(
            id,
            user == null ? null : new UserId(user),
            session == null ? null : new SessionId(session),
            new ItemId(item),
            NOON.minus(age),
            action,
            Attribution.NONE);
    stores.events().append(List.of(event));
  }

  private static Item item(String id, String category) {
    return new Item(
        new ItemId(id),
        "The " + id,
        null,
        List.of(category),
        List.of(),
        new Price(10, "EUR"),
        true,
        NOON.minus(Duration.ofDays(30)),
        null,
        Map.of());
  }
}
