package dev.akin.config;

import dev.akin.dynamodb.DynamoCatalog;
import dev.akin.dynamodb.DynamoEventLog;
import dev.akin.dynamodb.DynamoKeyStore;
import dev.akin.dynamodb.DynamoReleaseStore;
import dev.akin.dynamodb.DynamoScenarioStore;
import dev.akin.dynamodb.DynamoTrainingBoard;
import dev.akin.dynamodb.Retries;
import dev.akin.dynamodb.TableNames;
import dev.akin.port.Catalog;
import dev.akin.port.EventLog;
import dev.akin.port.KeyStore;
import dev.akin.port.ReleaseStore;
import dev.akin.port.ScenarioStore;
import dev.akin.port.TrainingBoard;
import java.time.Duration;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The ports on DynamoDB.
public record Stores(
    EventLog events,
    Catalog catalog,
    ReleaseStore releases,
    TrainingBoard board,
    KeyStore keys,
    ScenarioStore scenarios) {
  /// @param scanThreads how many segments of a table a training reads at once
  public static Stores on(
      DynamoDbClient client,
      TableNames tables,
      Retries retries,
      Duration retention,
      int scanThreads) {
    InstantSource clock = InstantSource.system();
    return new Stores(
        new DynamoEventLog(client, tables, retries, retention, clock, scanThreads),
        new DynamoCatalog(client, tables, retries, clock, scanThreads),
        new DynamoReleaseStore(client, tables, retries),
        new DynamoTrainingBoard(client, tables, retries),
        new DynamoKeyStore(client, tables, retries),
        new DynamoScenarioStore(client, tables, retries));
  }
}
