package dev.akin.local.evaluate;

import dev.akin.dynamodb.DynamoCatalog;
import dev.akin.dynamodb.DynamoEventLog;
import dev.akin.dynamodb.Retries;
import dev.akin.dynamodb.TableNames;
import dev.akin.evaluate.split.ObservationCollector;
import dev.akin.evaluate.split.Part;
import dev.akin.learn.ItemText;
import dev.akin.local.CloudFormationYaml;
import dev.akin.local.EmbeddedDynamo;
import dev.akin.local.Quietly;
import dev.akin.local.TableCreator;
import dev.akin.local.cloud.TableFolder;
import dev.akin.port.Catalog;
import dev.akin.port.EventLog;
import dev.akin.shop.Strength;
import dev.akin.shop.UserId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The events of a shop as they are stored, read through the ports: in favour of an item, with the
/// weight of the action as value. Events against an item, such as returns, are left out and
/// counted.
final class StoredEvents {
  private static final int SCAN_THREADS = 2;

  private final Map<String, ItemText> texts = new TreeMap<>();
  private long against;

  /// Reads the tables of `up --data`, which must not be running.
  static StoredEvents read(Path folder, ObservationCollector into) {
    try (TableFolder tables = TableFolder.open(folder);
        EmbeddedDynamo dynamo = Quietly.call(() -> EmbeddedDynamo.start(tables.path()));
        DynamoDbClient client = dynamo.client()) {
      TableNames names = TableNames.withPrefix("akin");
      new TableCreator(client, CloudFormationYaml.template()).create(names);
      Retries retries =
          Retries.forTraining(Thread::sleep, () -> ThreadLocalRandom.current().nextDouble());
      InstantSource clock = InstantSource.system();
      return read(
          new DynamoEventLog(
              client, names, retries, DynamoEventLog.DEFAULT_RETENTION, clock, SCAN_THREADS),
          new DynamoCatalog(client, names, retries, clock, SCAN_THREADS),
          into);
    } catch (IOException failed) {
      throw new BadInputException(folder + ": " + failed.getMessage());
    }
  }

  /// Reads any store.
  static StoredEvents read(EventLog events, Catalog catalog, ObservationCollector into) {
    StoredEvents stored = new StoredEvents();
    events.scan(event -> {
      float weight = (float) Strength.weight(event.action());
      if (weight > 0) {
        String subject =
            event.subject() instanceof UserId user
                ? user.value()
                : "session " + event.subject().value();
        into.add(subject, event.item().value(), weight, event.time().toEpochMilli(), Part.TRAIN);
      } else {
        stored.against++;
      }
    });
    catalog.scan(item -> stored.texts.put(item.id().value(), ItemText.of(item)));
    return stored;
  }

  /// What the catalogue says, by item id.
  Map<String, ItemText> texts() {
    return texts;
  }

  /// Events that were left out.
  long against() {
    return against;
  }
}
