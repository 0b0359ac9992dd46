package dev.akin.local.command;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akin.app.IngestEvents;
import dev.akin.config.Doors;
import dev.akin.dynamodb.TableNames;
import dev.akin.function.IngestFunction;
import dev.akin.local.CloudFormationYaml;
import dev.akin.local.EmbeddedDynamo;
import dev.akin.local.Quietly;
import dev.akin.local.TableCreator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Measures a running stack that holds the sample shop: latency of answers one at a time, what
/// becomes of many at once, and events a second through the gateway and straight into the function.
@Command(
    name = "measure",
    description = "Measures a running stack (`up`) that holds the sample shop.")
final class MeasureCommand implements Callable<Integer> {
  private static final int WARM_UP = 500;
  private static final int BATCH = 500;
  private static final int BATCHES = 40;

  @Option(names = "--url", description = "Address of the API (${DEFAULT-VALUE}).")
  private URI url = URI.create("http://127.0.0.1:3000");

  @Option(
      names = "-n",
      converter = OptionValues.Count.class,
      description = "Requests of each kind (${DEFAULT-VALUE}).")
  private int requests = 2_000;

  @Option(
      names = "--crowd",
      converter = OptionValues.Count.class,
      description = "Requests that are sent over many connections at once (${DEFAULT-VALUE}).")
  private int crowd = 10_000;

  @Option(
      names = "--connections",
      converter = OptionValues.Count.class,
      description = "How many connections (${DEFAULT-VALUE}).")
  private int connections = 50;

  /// One request.
  private interface Request {
    void send(int number) throws IOException, InterruptedException;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    ShopRecords records;
    try (ShopClient client = new ShopClient(url, null)) {
      records = ShopStock.read(null, client);
      List<String> users = distinct(records.events(), "userId");
      List<String> items = distinct(records.items(), "itemId");
      latency(
          "recommend",
          i ->
              client.get(
                  "users/" + ShopClient.segment(users.get(i % users.size())) + "/recommendations"));
      latency(
          "similar",
          i -> client.get("items/" + ShopClient.segment(items.get(i % items.size())) + "/similar"));
      crowd(users, items);
      rate("ingest through the gateway", i -> client.post("events", batch(records.events(), i)));
    }
    try (OpenTables tables = freshTables()) {
      IngestEvents ingestEvents = tables.useCases().ingestEvents();
      IngestFunction function =
          new IngestFunction(ingestEvents, new Doors().events(ingestEvents, tables.useCases()));
      rate("ingest in the function", i -> ingest(function, batch(records.events(), i)));
    }
    return 0;
  }

  /// Recommendations and similar items in turn.
  private void crowd(List<String> users, List<String> items)
      throws IOException, InterruptedException {
    System.out.println(
        new Crowd(connections)
            .send(
                crowd,
                i ->
                    url.resolve(
                        i % 2 == 0
                            ? "/users/"
                                + ShopClient.segment(users.get(i % users.size()))
                                + "/recommendations"
                            : "/items/"
                                + ShopClient.segment(items.get(i % items.size()))
                                + "/similar")));
  }

  private static OpenTables freshTables() throws IOException {
    EmbeddedDynamo dynamo = Quietly.call(() -> EmbeddedDynamo.start(null));
    DynamoDbClient client = dynamo.client();
    TableNames names = TableNames.withPrefix("akin");
    new TableCreator(client, CloudFormationYaml.template()).create(names);
    return OpenTables.open(client, names, dynamo::close);
  }

  private void latency(String name, Request request) throws IOException, InterruptedException {
    for (int i = 0; i < WARM_UP; i++) {
      request.send(i);
    }
    long[] nanos = new long[requests];
    for (int i = 0; i < requests; i++) {
      long start = System.nanoTime();
      request.send(i);
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    System.out.printf(
        "%-28s p50 %6.2f ms   p99 %6.2f ms   (%,d requests)%n",
        name, nanos[requests / 2] / 1e6, nanos[requests * 99 / 100] / 1e6, requests);
  }

  private static void rate(String name, Request request) throws IOException, InterruptedException {
    for (int i = 0; i < BATCHES / 2; i++) {
      request.send(i);
    }
    long start = System.nanoTime();
    for (int i = 0; i < BATCHES; i++) {
      request.send(BATCHES + i);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "%-28s %,.0f events/s   (%d batches of %d)%n",
        name, BATCHES * BATCH / seconds, BATCHES, BATCH);
  }

  /// New events: the sample's under ids of their own.
  private static ObjectNode batch(List<ObjectNode> events, int number) {
    ObjectNode body = new ObjectMapper().createObjectNode();
    var list = body.putArray("events");
    for (int i = 0; i < BATCH; i++) {
      ObjectNode event = events.get((number * BATCH + i) % events.size()).deepCopy();
      list.add(event.put("eventId", "measure-" + System.nanoTime() + "-" + i));
    }
    return body;
  }

  private static void ingest(IngestFunction function, ObjectNode body) {
    APIGatewayV2HTTPEvent event =
        APIGatewayV2HTTPEvent.builder()
            .withRouteKey("POST /events")
            .withBody(body.toString())
            .build();
    int status = function.ingest(event).getStatusCode();
    if (status != 200) {
      throw new UncheckedIOException(new IOException("the function answered " + status));
    }
  }

  private static List<String> distinct(List<ObjectNode> records, String field) {
    return records.stream().map(record -> record.path(field).asText()).distinct().toList();
  }
}
