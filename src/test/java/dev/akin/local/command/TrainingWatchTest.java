package dev.akin.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.akin.openapi.DescribedHttpClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Trainings on a stack that says what it was told to, each `<id> <already running> <how it ends>`.
class TrainingWatchTest {
  private final Deque<String[]> trainings = new ArrayDeque<>();
  private final HttpServer stack;
  private String[] latest = {};

  TrainingWatchTest() throws IOException {
    stack = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    stack.createContext("/trainings", this::start);
    stack.createContext("/status", this::status);
    stack.start();
  }

  @AfterEach
  void stop() {
    stack.stop(0);
  }

  @Test
  void aRunningTrainingThatFailsIsFollowedByOneOfOurOwn() throws Exception {
    train("t1 true failed", "t2 false succeeded");

    assertThat(trainings).isEmpty();
    assertThat(latest[0]).isEqualTo("t2");
  }

  @Test
  void aRunningTrainingThatSucceedsIsEnough() throws Exception {
    train("t1 true succeeded", "t2 false succeeded");

    assertThat(trainings).hasSize(1);
  }

  @Test
  void whoseOwnTrainingFailsIsToldWhy() {
    assertThatThrownBy(() -> train("t1 false failed", "t2 false succeeded"))
        .isInstanceOf(CommandFailedException.class)
        .hasMessage("the training failed: because");
    assertThat(trainings).hasSize(1);
  }

  private void train(String... said) throws IOException, InterruptedException {
    List.of(said).forEach(training -> trainings.add(training.split(" ")));
    URI url = URI.create("http://127.0.0.1:" + stack.getAddress().getPort());
    try (ShopClient client = new ShopClient(url, null, new DescribedHttpClient())) {
      new TrainingWatch(client).train();
    }
  }

  private void start(HttpExchange call) throws IOException {
    latest = trainings.remove();
    String answer = "{\"trainingId\":\"%s\",\"alreadyRunning\":%s,\"follow\":\"GET /status\"}";
    answer(call, 202, answer.formatted(latest[0], latest[1]));
  }

  private void status(HttpExchange call) throws IOException {
    String answer =
        "{\"training\":{\"trainingId\":\"%s\",\"state\":\"%s\",\"stage\":\"starting\","
            + "\"progress\":0,\"startedAt\":\"2026-11-24T12:00:00Z\","
            + "\"updatedAt\":\"2026-11-24T12:00:00Z\",\"message\":\"because\"},"
            + "\"readiness\":[],\"missing\":[]}";
    answer(call, 200, answer.formatted(latest[0], latest[2]));
  }

  private static void answer(HttpExchange call, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().set("content-type", "application/json");
    call.sendResponseHeaders(status, body.length);
    call.getResponseBody().write(body);
    call.close();
  }
}
