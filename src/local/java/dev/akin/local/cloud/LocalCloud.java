package dev.akin.local.cloud;

import dev.akin.dynamodb.TableNames;
import dev.akin.local.AbandonedTraining;
import dev.akin.local.CloudFormationYaml;
import dev.akin.local.EmbeddedDynamo;
import dev.akin.local.TableCreator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The whole stack of infra/template.yaml on this machine: DynamoDB Local in this process, the
/// functions of function.zip each in processes of their own, the HTTP API in front. Nothing here
/// knows a function or a route; both come from the template.
public final class LocalCloud implements AutoCloseable {
  private static final String STACK = "akin";

  private final Path work;
  private final URI uri;
  private final EmbeddedDynamo dynamo;
  private final Functions functions;

  /// What was started, last first.
  private final Deque<AutoCloseable> parts;

  private LocalCloud(CloudOptions options, Path work, Deque<AutoCloseable> parts)
      throws IOException {
    this.work = work;
    this.parts = parts;
    FunctionZip zip = opened(FunctionZip.unpack(options.zip(), work.resolve("function")));
    Template template = template(zip);
    Path data = options.data();
    // Opened first, so closed last: what is saved must be complete.
    Path tables = data == null ? null : opened(TableFolder.open(data)).path();
    dynamo = opened(EmbeddedDynamo.start(tables));
    createTables();
    LambdaRuntimeApi runtimeApi = opened(new LambdaRuntimeApi());
    Map<String, String> endpoints = new ConcurrentHashMap<>();
    ProcessStarter starter = new ProcessStarter(zip, logs(), runtimeApi, endpoints);
    functions =
        opened(new Functions(template, starter, options.mostProcesses(), options.idleLimit()));
    InvokeApi lambda = opened(new InvokeApi(functions));
    endpoints.put("QUARKUS_DYNAMODB_ENDPOINT_OVERRIDE", dynamo.endpoint().toString());
    endpoints.put("AWS_ENDPOINT_URL_DYNAMODB", dynamo.endpoint().toString());
    endpoints.put("AWS_ENDPOINT_URL_LAMBDA", lambda.url());
    // The store shares the machine with everything else here, and may be slow for it.
    endpoints.put("QUARKUS_DYNAMODB_SYNC_CLIENT_CONNECTION_TIMEOUT", "PT10S");
    endpoints.put("QUARKUS_DYNAMODB_SYNC_CLIENT_SOCKET_TIMEOUT", "PT30S");
    InstantSource clock = InstantSource.system();
    if (options.schedules()) {
      opened(new Timetable(template.schedules(), lambda, clock));
    }
    uri = opened(new Gateway(options.port(), template, functions, options.keys(), clock)).uri();
  }

  /// Starts everything but the functions, whose processes start with their first call.
  ///
  /// @throws PortInUseException if another program listens on the port
  public static LocalCloud start(CloudOptions options) throws IOException {
    if (!Files.isRegularFile(options.zip())) {
      throw new IOException("there is no " + options.zip() + "; build it with ./mvnw package");
    }
    Path work = Files.createTempDirectory("akin-");
    Deque<AutoCloseable> parts = new ArrayDeque<>();
    try {
      return new LocalCloud(options, work, parts);
    } catch (IOException | RuntimeException e) {
      closeAll(parts);
      throw e;
    }
  }

  /// Where the HTTP API answers.
  public URI uri() {
    return uri;
  }

  /// The tables.
  public EmbeddedDynamo dynamo() {
    return dynamo;
  }

  /// Holds what the functions print, one file per process.
  public Path logs() {
    return work.resolve("logs");
  }

  /// The processes of a function that live right now.
  ///
  /// @param export its name in the zip, e.g. `recommend`
  public List<Long> processes(String export) {
    return functions.pids(export);
  }

  /// Ends everything. The functions' logs stay.
  @Override
  public synchronized void close() {
    closeAll(parts);
  }

  private static Template template(FunctionZip zip) throws IOException {
    String runtime = zip.isNative() ? "provided.al2023" : "java25";
    return Template.of(CloudFormationYaml.template(), Map.of("Runtime", runtime), STACK);
  }

  private void createTables() {
    try (DynamoDbClient client = dynamo.client()) {
      TableNames names = TableNames.withPrefix(STACK);
      new TableCreator(client, CloudFormationYaml.template()).create(names);
      AbandonedTraining.end(client, names, InstantSource.system());
    }
  }

  private <T extends AutoCloseable> T opened(T part) {
    parts.push(part);
    return part;
  }

  private static void closeAll(Deque<AutoCloseable> parts) {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        // The rest must be closed all the same; the process ends soon.
        System.getLogger(LocalCloud.class.getName()).log(System.Logger.Level.DEBUG, e);
      }
    }
  }
}
