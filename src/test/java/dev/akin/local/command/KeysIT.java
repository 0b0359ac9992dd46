package dev.akin.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.app.CreateKey;
import dev.akin.dynamodb.DynamoKeyStore;
import dev.akin.dynamodb.Retries;
import dev.akin.dynamodb.TableNames;
import dev.akin.local.cloud.CloudOptions;
import dev.akin.local.cloud.LocalCloud;
import dev.akin.openapi.DescribedHttpClient;
import dev.akin.port.KeyStore.Scope;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The stack with its authorizer in front, as it is deployed.
class KeysIT {
  private static final HttpClient HTTP = new DescribedHttpClient();
  private static LocalCloud cloud;
  private static DynamoDbClient dynamo;

  @BeforeAll
  static void start() throws IOException {
    cloud = LocalCloud.start(CloudOptions.of(LocalCloudIT.zip()).withKeys(true));
    dynamo = cloud.dynamo().client();
  }

  @AfterAll
  static void end() {
    dynamo.close();
    cloud.close();
  }

  @Test
  void withoutAKeyNothingOpens() throws Exception {
    assertThat(status("/status", "")).isEqualTo(401);
    assertThat(status("/status", "akin_0123456789")).isEqualTo(403);
  }

  @Test
  void aKeyOpensWhatItsScopeAllows() throws Exception {
    assertThat(status("/status", key(Scope.ADMIN))).isEqualTo(200);
    assertThat(status("/items/popular", key(Scope.RECOMMEND_READ))).isEqualTo(200);
    assertThat(status("/items/popular", key(Scope.EVENTS_WRITE))).isEqualTo(403);
  }

  @Test
  void anSdkOfAwsBringsItsKeyAsTheSessionToken() throws Exception {
    String key = key(Scope.RECOMMEND_READ);

    assertThat(ask("/personalize/recommendations", "x-amz-security-token", key)).isEqualTo(200);
    assertThat(ask("/personalize/recommendations", "x-api-key", key)).isEqualTo(200);
    assertThat(ask("/personalize/recommendations", "accept", "*/*")).isEqualTo(403);
    assertThat(ask("/recommendations", "x-amz-security-token", key)).isEqualTo(401);
  }

  private static int ask(String path, String header, String value)
      throws IOException, InterruptedException {
    String body =
        "{\"campaignArn\":\"arn:aws:personalize:eu-central-1:123456789012:campaign/popular\"}";
    HttpRequest request =
        HttpRequest.newBuilder(cloud.uri().resolve(path))
            .header("content-type", "application/json")
            .header(header, value)
            .POST(BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, BodyHandlers.discarding()).statusCode();
  }

  private static String key(Scope scope) {
    DynamoKeyStore keys =
        new DynamoKeyStore(
            dynamo, TableNames.withPrefix("akin"), Retries.forRequests(Thread::sleep, () -> 0.5));
    return new CreateKey(keys, new SecureRandom(), InstantSource.system())
        .create("test", Set.of(scope))
        .secret();
  }

  private static int status(String path, String key) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(cloud.uri().resolve(path));
    if (!key.isEmpty()) {
      request.header("x-api-key", key);
    }
    return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
  }
}
