package dev.akin.local.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.akin.dynamodb.DynamoEventLog;
import dev.akin.dynamodb.Retries;
import dev.akin.dynamodb.TableNames;
import dev.akin.evaluate.split.ObservationCollector;
import dev.akin.evaluate.split.Observations;
import dev.akin.local.CloudFormationYaml;
import dev.akin.local.EmbeddedDynamo;
import dev.akin.local.TableCreator;
import dev.akin.local.cloud.TableFolder;
import dev.akin.local.command.Akin;
import dev.akin.memory.InMemoryCatalog;
import dev.akin.memory.InMemoryEventLog;
import dev.akin.shop.Action;
import dev.akin.shop.Attribution;
import dev.akin.shop.Event;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.SessionId;
import dev.akin.shop.UserId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class StoredEventsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir private Path folder;

  @Test
  void eventsInFavourAreObservationsByWeightAndOthersAreCounted() {
    InMemoryEventLog log = new InMemoryEventLog();
    log.append(
        List.of(
            event("ann", null, "mug", 0, new Action.View()),
            event("ann", null, "cup", 60, new Action.Purchase(1, null)),
            event("ann", null, "pot", 0, new Action.Rate(1)),
            event("bob", null, "cup", 0, new Action.Rate(4.5)),
            event("bob", null, "mug", 0, new Action.Dislike()),
            event(null, "visit", "mug", 0, new Action.Cart(2, null))));
    ObservationCollector into = new ObservationCollector();

    StoredEvents stored = StoredEvents.read(log, new InMemoryCatalog(), into);

    Observations rows = into.build();
    assertThat(stored.against()).isEqualTo(2);
    assertThat(rows.users().ids()).containsExactly("ann", "bob", "session visit");
    assertThat(rows.items().ids()).containsExactly("cup", "mug");
    assertThat(rows.columns().value()).containsExactly(5, 1, 4, 3);
    assertThat(rows.columns().time()[0]).isEqualTo(NOON.plusSeconds(60).toEpochMilli());
  }

  @Test
  void theCatalogueGivesTheTexts() {
    InMemoryCatalog catalog = new InMemoryCatalog();
    catalog.put(List.of(Item.bare(new ItemId("mug"))));

    StoredEvents stored =
        StoredEvents.read(new InMemoryEventLog(), catalog, new ObservationCollector());

    assertThat(stored.texts()).containsOnlyKeys("mug");
  }

  @Test
  void theFolderOfALocalCloudIsEvaluated() throws IOException {
    Path tables = folder.resolve("shop");
    fill(tables);
    Path report = folder.resolve("report.json");
    StringWriter err = new StringWriter();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));

    int code =
        Akin.commandLine()
            .setErr(new PrintWriter(err, true))
            .execute(
                "evaluate",
                "--data",
                tables.toString(),
                "--k",
                "1",
                "--protocol",
                "time",
                "--algorithms",
                "together,popularity",
                "--json",
                report.toString());

    System.setOut(before);
    assertThat(code).as(err.toString()).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .as("the store keeps quiet")
        .contains("together")
        .doesNotContain("DynamoDB");
    JsonNode setup = new ObjectMapper().readTree(report.toFile()).get("setup");
    assertThat(setup.at("/counts/training users").asInt()).isEqualTo(8);
    assertThat(setup.at("/counts/training pairs").asInt()).isEqualTo(16);
    assertThat(setup.at("/counts/hidden items").asInt()).isEqualTo(4);
    assertThat(setup.at("/skipped/events against an item").asInt()).isEqualTo(1);
  }

  /// Eight users with two items each, four of them with a third one later.
  private static void fill(Path tables) throws IOException {
    List<Event> events = new ArrayList<>();
    for (int user = 0; user < 8; user++) {
      for (int item = 0; item < (user < 4 ? 3 : 2); item++) {
        String id = "i" + (user + item) % 5;
        int time = item * 10 + (item == 2 ? 10_000 : 0);
        events.add(event("u" + user, null, id, time, new Action.Purchase(1, null)));
      }
    }
    events.add(event("u0", null, "i4", 5, new Action.Return(1, null)));
    try (TableFolder open = TableFolder.open(tables);
        EmbeddedDynamo dynamo = EmbeddedDynamo.start(open.path());
        DynamoDbClient client = dynamo.client()) {
      TableNames names = TableNames.withPrefix("akin");
      new TableCreator(client, CloudFormationYaml.template()).create(names);
      Retries retries = Retries.forTraining(_ -> {}, () -> 0.5);
      new DynamoEventLog(
              client, names, retries, DynamoEventLog.DEFAULT_RETENTION, InstantSource.system(), 1)
          .append(events);
    }
  }

  private static Event event(
      @Nullable String user, @Nullable String session, String item, int seconds, Action action) {
    return new Event(
        user + "-" + session + "-" + item + "-" + seconds,
        user == null ? null : new UserId(user),
        session == null ? null : new SessionId(session),
        new ItemId(item),
        NOON.plusSeconds(seconds),
        action,
        Attribution.NONE);
  }
}
