package dev.akin.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.akin.app.CheckKey;
import dev.akin.config.Stores;
import dev.akin.dynamodb.DynamoCatalog;
import dev.akin.dynamodb.DynamoEventLog;
import dev.akin.dynamodb.DynamoKeyStore;
import dev.akin.dynamodb.DynamoReleaseStore;
import dev.akin.dynamodb.DynamoScenarioStore;
import dev.akin.dynamodb.DynamoTrainingBoard;
import dev.akin.dynamodb.Retries;
import dev.akin.dynamodb.TableLayout;
import dev.akin.dynamodb.TableNames;
import dev.akin.local.CloudFormationYaml;
import dev.akin.local.EmbeddedDynamo;
import dev.akin.local.TableCreator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The samples of `events` on DynamoDB, before and after a training, each function with the rights
/// that the template gives it. The embedded DynamoDB knows no rights, AWS does.
final class LeastRightsTest {
  private static final TableNames NAMES = TableNames.withPrefix("rights");
  private static final int SEGMENTS = 2;

  /// What no sample needs.
  private static final Set<String> SELDOM =
      Set.of(
          // The way out of a damaged live release: an older one.
          "AccountFunction Query ModelsTable",
          // What tidies up after many trainings.
          "RetrainFunction ConditionCheckItem ModelsTable",
          "RetrainFunction DeleteItem ModelsTable",
          // The first look at a table that nobody has marked.
          "RetrainFunction UpdateItem EventsTable [activity]",
          // While the change feed cannot tell.
          "SimilarFunction BatchGetItem ItemsTable");

  private final PolicyGuard guard = new PolicyGuard(NAMES);
  private final ObjectMapper json = new ObjectMapper();

  @Test
  void functionsMayWhatTheyAskForAndNothingElse() throws IOException {
    try (EmbeddedDynamo dynamo = EmbeddedDynamo.start(null);
        DynamoDbClient client = dynamo.client(guard)) {
      new TableCreator(client, CloudFormationYaml.template()).create(NAMES);
      SampleFunctions.untrainedShop(stores(client));

      call("RecommendFunction", "recommend", shop(client)::recommend);
      call("SimilarFunction", "similar", shop(client)::similar);
      guard.as("StatusFunction");
      shop(client).status(Call.of("GET /status").event());
      train(client, "api");
      train(client, "schedule");
      callAll(client);
      guard.as("AuthorizeFunction");
      new CheckKey(stores(client).keys()).check("akin_sampleKeyOfTheShop01", "GET /status");
    }

    assertThat(guard.denied()).isEmpty();
    assertThat(SELDOM).containsAll(guard.idle());
  }

  /// What reads comes before what deletes. Who may sign first makes the secret.
  private void callAll(DynamoDbClient client) throws IOException {
    loseSecret(client);
    call("RecommendFunction", "recommend", shop(client)::recommend);
    call("SimilarFunction", "similar", shop(client)::similar);
    call("StatusFunction", "status", shop(client)::status);
    call("IngestFunction", "ingest", shop(client)::ingest);
    loseSecret(client);
    call("AccountFunction", "account", shop(client)::account);
    call("CatalogFunction", "catalog", shop(client)::catalog);
  }

  /// A sandbox that remembers nothing.
  private static SampleFunctions shop(DynamoDbClient client) {
    return new SampleFunctions(stores(client));
  }

  private static Stores stores(DynamoDbClient client) {
    Retries retries = Retries.forRequests(_ -> {}, () -> 0);
    InstantSource clock = InstantSource.fixed(SampleFunctions.NOON);
    return new Stores(
        new DynamoEventLog(
            client, NAMES, retries, DynamoEventLog.DEFAULT_RETENTION, clock, SEGMENTS),
        new DynamoCatalog(client, NAMES, retries, clock, SEGMENTS),
        new DynamoReleaseStore(client, NAMES, retries),
        new DynamoTrainingBoard(client, NAMES, retries),
        new DynamoKeyStore(client, NAMES, retries),
        new DynamoScenarioStore(client, NAMES, retries));
  }

  private void loseSecret(DynamoDbClient client) {
    guard.as(null);
    client.deleteItem(delete ->
        delete
            .tableName(NAMES.keys())
            .key(Map.of(TableLayout.PK, AttributeValue.fromS("signing"))));
  }

  private void train(DynamoDbClient client, String source) {
    guard.as("RetrainFunction");
    shop(client).retrain(new RetrainFunction.Input(null, source));
  }

  private void call(
      String id, String folder, Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function)
      throws IOException {
    guard.as(id);
    for (Path sample : samples(folder)) {
      APIGatewayV2HTTPEvent event = json.readValue(sample.toFile(), APIGatewayV2HTTPEvent.class);
      APIGatewayV2HTTPResponse response = function.apply(event);
      assertThat(response.getStatusCode()).as(sample + response.getBody()).isLessThan(500);
    }
  }

  /// The merge first: an erasure would leave nothing to merge.
  private static List<Path> samples(String folder) throws IOException {
    try (var files = Files.list(Path.of("events", folder))) {
      return files
          .filter(file -> !file.toString().contains(".expected."))
          .sorted(
              Comparator.comparing((Path file) -> !file.toString().contains("merge-session"))
                  .thenComparing(Comparator.naturalOrder()))
          .toList();
    }
  }
}
