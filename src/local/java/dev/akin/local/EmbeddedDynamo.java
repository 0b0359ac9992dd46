package dev.akin.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/// DynamoDB Local in this process. It listens on every interface; it is meant to be reached at
/// 127.0.0.1 only and holds nothing but local data.
public final class EmbeddedDynamo implements AutoCloseable {
  /// Whatever client and server agree on: nothing checks it.
  public static final String CREDENTIAL = "local";

  private final DynamoDBProxyServer server;
  private final int port;

  private EmbeddedDynamo(DynamoDBProxyServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /// Starts on a free port.
  ///
  /// @param directory where the data is kept, or null to keep it in memory
  public static EmbeddedDynamo start(@Nullable Path directory) {
    int port = freePort();
    List<String> arguments = new ArrayList<>(List.of("-port", Integer.toString(port)));
    arguments.addAll(
        directory == null ? List.of("-inMemory") : List.of("-dbPath", directory.toString()));
    arguments.addAll(List.of("-sharedDb", "-disableTelemetry"));
    try {
      DynamoDBProxyServer server =
          ServerRunner.createServerFromCommandLineArgs(arguments.toArray(String[]::new));
      server.start();
      return new EmbeddedDynamo(server, port);
    } catch (Exception failed) {
      throw new IllegalStateException("DynamoDB Local did not start on port " + port, failed);
    }
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /// A client of this server; the caller closes it.
  ///
  /// @param watchers see every request and answer, e.g. to count capacity
  public DynamoDbClient client(ExecutionInterceptor... watchers) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint())
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(CREDENTIAL, CREDENTIAL)))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(
            ClientOverrideConfiguration.builder().executionInterceptors(List.of(watchers)).build())
        .build();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception failed) {
      throw new IllegalStateException("DynamoDB Local did not stop", failed);
    }
  }

  private static int freePort() {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    } catch (IOException failed) {
      throw new IllegalStateException("no free port", failed);
    }
  }
}
