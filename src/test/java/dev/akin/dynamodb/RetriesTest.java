package dev.akin.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.port.StorageException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

final class RetriesTest {
  private final List<Long> pauses = new ArrayList<>();

  @Test
  void pausesDoubleUpToTheCapAndAreScaledByChance() {
    Retries retries = retries(7, 0.5);
    for (int failures = 1; failures <= 6; failures++) {
      assertThat(retries.pause(failures)).isTrue();
    }
    assertThat(retries.pause(7)).isFalse();
    assertThat(pauses).containsExactly(50L, 100L, 200L, 400L, 500L, 500L);
  }

  @Test
  void fullJitterMayMeanNoPauseAtAll() {
    assertThat(retries(2, 0).pause(1)).isTrue();
    assertThat(pauses).containsExactly(0L);
  }

  @Test
  void aFaultThatPassesIsNotSeenByTheCaller() {
    AtomicInteger calls = new AtomicInteger();
    String answer =
        retries(5, 0.5)
            .call(
                "asking",
                () -> {
                  if (calls.incrementAndGet() < 4) {
                    throw FakeDynamo.fault("ProvisionedThroughputExceededException", 400);
                  }
                  return "yes";
                });
    assertThat(answer).isEqualTo("yes");
    assertThat(pauses).hasSize(3);
  }

  @Test
  void aFaultThatStaysSurfacesAfterTheLastAttemptWithItsCause() {
    SdkException busy = FakeDynamo.fault("InternalServerError", 500);
    assertThatThrownBy(() -> failing(busy))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("asking")
        .hasCause(busy);
    assertThat(pauses).hasSize(4);
  }

  @Test
  void aFaultOfOursIsNotTriedAgain() {
    SdkException wrong = FakeDynamo.fault("ValidationException", 400);
    assertThatThrownBy(() -> failing(wrong)).isInstanceOf(StorageException.class).hasCause(wrong);
    assertThat(pauses).isEmpty();
  }

  @Test
  void whatMayPassIsThrottlingTheServersFaultsAndLostConnections() {
    assertThat(Retries.mayPass(FakeDynamo.fault("ThrottlingException", 400))).isTrue();
    assertThat(Retries.mayPass(FakeDynamo.fault("ServiceUnavailable", 503))).isTrue();
    assertThat(Retries.mayPass(SdkClientException.create("gone", new IOException("reset"))))
        .isTrue();
    assertThat(Retries.mayPass(cancelled("None", "TransactionConflict"))).isTrue();
    assertThat(Retries.mayPass(cancelled("None", "ValidationError"))).isFalse();
    assertThat(Retries.mayPass(SdkClientException.create("no credentials"))).isFalse();
    assertThat(Retries.mayPass(ConditionalCheckFailedException.builder().build())).isFalse();
  }

  @Test
  void anInterruptEndsTheWaitingAndIsNotSwallowed() {
    Retries interrupted =
        new Retries(
            3,
            Duration.ofMillis(1),
            Duration.ofMillis(1),
            _ -> {
              throw new InterruptedException();
            },
            () -> 0.5);
    assertThatThrownBy(() -> interrupted.pause(1)).isInstanceOf(StorageException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void whoWaitedInVainSparesTheOthersTheWaitingUntilTheStoreAnswers() {
    Retries retries = retries(5, 0.5);
    SdkException busy = FakeDynamo.fault("ThrottlingException", 400);
    assertThatThrownBy(() -> failing(retries, busy)).isInstanceOf(StorageException.class);
    pauses.clear();
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> failing(retries, busy)).isInstanceOf(StorageException.class);
    }
    assertThat(pauses).hasSize(20).containsOnly(50L);
    assertThat(retries.call("asking", () -> "yes")).isEqualTo("yes");
    pauses.clear();
    assertThatThrownBy(() -> failing(retries, busy)).isInstanceOf(StorageException.class);
    assertThat(pauses).hasSize(4);
  }

  @Test
  void aStoreThatSaysNothingAtAllIsAskedTwiceOnly() {
    Retries retries = Retries.forRequests(pause -> pauses.add(pause.toMillis()), () -> 0.5);
    SdkException silence = SdkClientException.create("no", new SocketTimeoutException());
    assertThatThrownBy(() -> failing(retries, silence)).isInstanceOf(StorageException.class);
    assertThat(pauses).hasSize(1);
    pauses.clear();
    assertThatThrownBy(() -> failing(retries, silence)).isInstanceOf(StorageException.class);
    assertThat(pauses).isEmpty();
  }

  @Test
  void theClientMakesNoAttemptsOfItsOwn() {
    AtomicInteger attempts = new AtomicInteger();
    try (DynamoDbClient client = Retries.alone(answering(500, attempts)).build()) {
      Table table = new Table(client, "t", retries(5, 0));
      assertThatThrownBy(() -> table.get(new RowKey("a", null), true))
          .isInstanceOf(StorageException.class);
    }
    assertThat(attempts).hasValue(5);
  }

  /// A client of a store that answers everything with a status and no body.
  private static DynamoDbClientBuilder answering(int status, AtomicInteger attempts) {
    SdkHttpClient http =
        new SdkHttpClient() {
          @Override
          public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return new ExecutableHttpRequest() {
              @Override
              public HttpExecuteResponse call() {
                attempts.incrementAndGet();
                return HttpExecuteResponse.builder()
                    .response(SdkHttpResponse.builder().statusCode(status).build())
                    .build();
              }

              @Override
              public void abort() {}
            };
          }

          @Override
          public void close() {}
        };
    return DynamoDbClient.builder()
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
        .httpClient(http);
  }

  private void failing(SdkException fault) {
    failing(retries(5, 0.5), fault);
  }

  private static void failing(Retries retries, SdkException fault) {
    retries.call(
        "asking",
        () -> {
          throw fault;
        });
  }

  private Retries retries(int attempts, double chance) {
    return new Retries(
        attempts,
        Duration.ofMillis(100),
        Duration.ofMillis(1000),
        pause -> pauses.add(pause.toMillis()),
        () -> chance);
  }

  private static TransactionCanceledException cancelled(String... codes) {
    return TransactionCanceledException.builder()
        .cancellationReasons(
            List.of(codes).stream()
                .map(code -> CancellationReason.builder().code(code).build())
                .toList())
        .build();
  }
}
