package dev.akin.local.command;

import dev.akin.dynamodb.Retries;
import dev.akin.dynamodb.TableNames;
import dev.akin.local.AbandonedTraining;
import dev.akin.local.CloudFormationYaml;
import dev.akin.local.EmbeddedDynamo;
import dev.akin.local.Quietly;
import dev.akin.local.TableCreator;
import dev.akin.local.cloud.TableFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/// Which tables a command works on: those in a folder of `up --data`, which must not be running, or
/// those of a real account.
final class StoreOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of the tables of `up --data DIR`, which must not be running.")
  private @Nullable Path data;

  @Option(names = "--region", description = "AWS region of the tables, with your credentials.")
  private @Nullable String region;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "Another address of DynamoDB, e.g. that of a DynamoDB Local.")
  private @Nullable URI endpoint;

  @Option(
      names = "--tables",
      paramLabel = "PREFIX",
      defaultValue = "akin",
      description =
          "What the names of the tables start with: PREFIX-events, ... (${DEFAULT-VALUE}).")
  private String prefix = "akin";

  @Option(names = "--events-table", paramLabel = "NAME", description = "Name of the events table.")
  private @Nullable String events;

  @Option(names = "--items-table", paramLabel = "NAME", description = "Name of the items table.")
  private @Nullable String items;

  @Option(names = "--models-table", paramLabel = "NAME", description = "Name of the models table.")
  private @Nullable String models;

  @Option(names = "--keys-table", paramLabel = "NAME", description = "Name of the keys table.")
  private @Nullable String keys;

  /// Opens the tables; the caller closes them.
  OpenTables open() throws IOException {
    if (data == null && region == null && endpoint == null) {
      throw new CommandFailedException(
          "name the tables: --data DIR for a local folder, --region REGION for your account");
    }
    return data == null ? remote() : embedded(data);
  }

  private OpenTables embedded(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new CommandFailedException(
          "there is no folder " + folder + "; `up --data " + folder + "` makes it");
    }
    TableFolder tables = TableFolder.open(folder);
    EmbeddedDynamo dynamo = Quietly.call(() -> EmbeddedDynamo.start(tables.path()));
    DynamoDbClient client = dynamo.client();
    new TableCreator(client, CloudFormationYaml.template()).create(names());
    AbandonedTraining.end(client, names(), InstantSource.system());
    return OpenTables.open(
        client,
        names(),
        () -> {
          dynamo.close();
          tables.close();
        });
  }

  private OpenTables remote() {
    DynamoDbClientBuilder builder =
        DynamoDbClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder());
    if (region != null) {
      builder.region(Region.of(region));
    }
    if (endpoint != null) {
      builder.endpointOverride(endpoint);
    }
    return OpenTables.open(Retries.alone(builder).build(), names(), () -> {});
  }

  private TableNames names() {
    TableNames usual = TableNames.withPrefix(prefix);
    return new TableNames(
        events == null ? usual.events() : events,
        items == null ? usual.items() : items,
        models == null ? usual.models() : models,
        keys == null ? usual.keys() : keys);
  }
}
