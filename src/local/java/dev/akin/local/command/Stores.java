package dev.akin.local.command;

import dev.akin.dynamodb.DynamoCatalog;
import dev.akin.dynamodb.DynamoEventLog;
import dev.akin.dynamodb.DynamoKeyStore;
import dev.akin.dynamodb.DynamoReleaseStore;
import dev.akin.dynamodb.DynamoTrainingBoard;
import dev.akin.dynamodb.Retries;
import dev.akin.dynamodb.TableNames;
import dev.akin.port.Catalog;
import dev.akin.port.EventLog;
import dev.akin.port.KeyStore;
import dev.akin.port.ReleaseStore;
import dev.akin.port.TrainingBoard;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// A shop's tables behind the application's ports.
final class Stores implements AutoCloseable {
  private static final int SCAN_THREADS = 4;

  private final DynamoDbClient client;
  private final TableNames names;
  private final Runnable backing;
  private final Retries retries =
      Retries.forTraining(Thread::sleep, () -> ThreadLocalRandom.current().nextDouble());

  /// @param backing ends what the tables live in, after they are closed
  Stores(DynamoDbClient client, TableNames names, Runnable backing) {
    this.client = client;
    this.names = names;
    this.backing = backing;
  }

  EventLog events() {
    return new DynamoEventLog(
        client, names, retries, DynamoEventLog.DEFAULT_RETENTION, SCAN_THREADS);
  }

  Catalog catalog() {
    return new DynamoCatalog(client, names, retries, SCAN_THREADS);
  }

  ReleaseStore releases() {
    return new DynamoReleaseStore(client, names, retries);
  }

  TrainingBoard board() {
    return new DynamoTrainingBoard(client, names, retries);
  }

  KeyStore keys() {
    return new DynamoKeyStore(client, names, retries);
  }

  @Override
  public void close() {
    client.close();
    backing.run();
  }
}
