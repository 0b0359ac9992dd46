package dev.akin.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.akin.port.StorageException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

class LambdaTrainingTriggerTest {
  private static final AwsCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsSessionCredentials.create("AKID", "secret", "token"));

  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Deque<Integer> answers = new ArrayDeque<>();
  private final List<Long> pauses = new ArrayList<>();
  private final SdkHttpClient http = UrlConnectionHttpClient.create();
  private HttpServer server;

  private record Request(
      String line, String type, String authorization, String token, String body) {}

  @BeforeEach
  void startLambda() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stopLambda() {
    server.stop(0);
    http.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = exchange.getRequestHeaders();
      requests.add(
          new Request(
              exchange.getRequestMethod() + " " + exchange.getRequestURI(),
              headers.getFirst("X-Amz-Invocation-Type"),
              headers.getFirst("Authorization"),
              headers.getFirst("X-Amz-Security-Token"),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      int status = answers.isEmpty() ? 202 : answers.removeFirst();
      byte[] body =
          status == 202
              ? new byte[0]
              : "{\"Message\":\"because\"}".getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("x-amzn-ErrorType", "SomeException");
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private LambdaTrainingTrigger trigger(URI endpoint, AwsCredentialsProvider credentials) {
    return new LambdaTrainingTrigger(
        http,
        credentials,
        new LambdaTarget(endpoint, "eu-central-1", "akin-retrain"),
        new Backoff(new SplittableRandom(1), pauses::add));
  }

  private LambdaTrainingTrigger trigger() {
    return trigger(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), CREDENTIALS);
  }

  @Test
  void theFunctionIsInvokedOnceAndNotAwaited() {
    trigger().start("t-1");

    Request request = requests.getFirst();
    assertThat(requests).hasSize(1);
    assertThat(request.line()).isEqualTo("POST /2015-03-31/functions/akin-retrain/invocations");
    assertThat(request.type()).isEqualTo("Event");
    assertThat(request.body()).isEqualTo("{\"trainingId\":\"t-1\",\"source\":\"api\"}");
    assertThat(pauses).isEmpty();
  }

  @Test
  void theCallIsSignedForLambdaWithEverythingThatMatters() {
    trigger().start("t-1");

    Request request = requests.getFirst();
    assertThat(request.authorization())
        .matches(
            "AWS4-HMAC-SHA256 Credential=AKID/[0-9]{8}/eu-central-1/lambda/aws4_request, "
                + "SignedHeaders=[a-z0-9;-]+, Signature=[0-9a-f]{64}")
        .contains("host;", "x-amz-date;", "x-amz-invocation-type;", "x-amz-security-token");
    assertThat(request.token()).isEqualTo("token");
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503})
  void aPassingFaultIsTriedAgain(int status) {
    answers.addAll(List.of(status, status));

    trigger().start("t-1");

    assertThat(requests).hasSize(3);
    assertThat(pauses).hasSize(2);
    assertThat(pauses.get(0)).isBetween(1L, 100L);
    assertThat(pauses.get(1)).isBetween(1L, 200L);
  }

  @Test
  void afterFourAttemptsItGivesUpAndSaysWhy() {
    answers.addAll(List.of(503, 503, 503, 503, 202));

    assertThatThrownBy(() -> trigger().start("t-1"))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("akin-retrain was not started: 503 SomeException")
        .hasMessageContaining("because");
    assertThat(requests).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 403, 404})
  void aRefusalThatWouldNotChangeIsNotTriedAgain(int status) {
    answers.add(status);

    assertThatThrownBy(() -> trigger().start("t-1"))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining(String.valueOf(status));
    assertThat(requests).hasSize(1);
    assertThat(pauses).isEmpty();
  }

  @Test
  void aServiceThatIsNotThereIsAFaultOfTheStore() {
    LambdaTrainingTrigger trigger = trigger();
    server.stop(0);

    assertThatThrownBy(() -> trigger.start("t-1"))
        .isInstanceOf(StorageException.class)
        .hasCauseInstanceOf(IOException.class);
    assertThat(pauses).hasSize(3);
  }

  @Test
  void withoutCredentialsNothingIsSent() {
    AwsCredentialsProvider none =
        () -> {
          throw SdkClientException.create("none found");
        };

    assertThatThrownBy(() -> trigger(URI.create("http://127.0.0.1:1"), none).start("t-1"))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("no credentials");
    assertThat(pauses).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\"b", "a\nb"})
  void anIdThatWouldBreakTheJsonIsACallersBug(String trainingId) {
    assertThatThrownBy(() -> trigger().start(trainingId))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(requests).isEmpty();
  }

  @Test
  void theEndpointFollowsTheRegion() {
    assertThat(LambdaTarget.inRegion("eu-central-1", "akin-retrain").invocations())
        .hasToString(
            "https://lambda.eu-central-1.amazonaws.com"
                + "/2015-03-31/functions/akin-retrain/invocations");
    assertThat(LambdaTarget.inRegion("cn-north-1", "akin-retrain").endpoint())
        .hasToString("https://lambda.cn-north-1.amazonaws.com.cn");
  }
}
