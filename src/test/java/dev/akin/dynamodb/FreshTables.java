package dev.akin.dynamodb;

import dev.akin.local.CloudFormationYaml;
import dev.akin.local.EmbeddedDynamo;
import dev.akin.local.TableCreator;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Four empty tables in the embedded DynamoDB, for one test method, with every store on them. The
/// stores' requests are metered.
record FreshTables(DynamoDbClient client, TableNames names, CapacityMeter meter) {
  private static final int SCAN_THREADS = 3;

  DynamoEventLog eventLog() {
    return eventLog(InstantSource.system());
  }

  DynamoEventLog eventLog(InstantSource clock) {
    return new DynamoEventLog(
        client, names, patience(), DynamoEventLog.DEFAULT_RETENTION, clock, SCAN_THREADS);
  }

  DynamoCatalog catalog() {
    return catalog(InstantSource.system());
  }

  DynamoCatalog catalog(InstantSource clock) {
    return new DynamoCatalog(client, names, patience(), clock, SCAN_THREADS);
  }

  DynamoReleaseStore releaseStore() {
    return new DynamoReleaseStore(client, names, patience());
  }

  DynamoTrainingBoard trainingBoard() {
    return new DynamoTrainingBoard(client, names, patience());
  }

  DynamoKeyStore keyStore() {
    return new DynamoKeyStore(client, names, patience());
  }

  DynamoScenarioStore scenarioStore() {
    return new DynamoScenarioStore(client, names, patience());
  }

  static Retries patience() {
    return Retries.forRequests(_ -> {}, () -> 0.5);
  }

  /// Starts the one server of this JVM when the first test needs it, stops it after the last.
  static final class Extension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == FreshTables.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.create(Extension.class))
          .computeIfAbsent(Server.class, _ -> new Server(), Server.class)
          .freshTables();
    }
  }

  /// The server and its one client, with a number for every set of tables.
  private static final class Server implements AutoCloseable {
    private final EmbeddedDynamo dynamo = EmbeddedDynamo.start(null);
    private final CapacityMeter meter = new CapacityMeter();
    private final DynamoDbClient client = dynamo.client(meter);
    private final TableCreator creator = new TableCreator(client, CloudFormationYaml.template());
    private final AtomicInteger next = new AtomicInteger();

    private FreshTables freshTables() {
      TableNames names = TableNames.withPrefix("test" + next.incrementAndGet());
      creator.create(names);
      meter.reset();
      return new FreshTables(client, names, meter);
    }

    @Override
    public void close() {
      client.close();
      dynamo.close();
    }
  }
}
