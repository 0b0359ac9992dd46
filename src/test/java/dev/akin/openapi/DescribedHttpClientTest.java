package dev.akin.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A server that answers everything in the same way.
class DescribedHttpClientTest {
  private static final String RECEIPT = "{\"accepted\":1,\"duplicates\":0,\"rejected\":[]}";
  private static final String EVENT =
      "{\"events\":[{\"type\":\"view\",\"userId\":\"ann\",\"itemId\":\"mug\"}]}";

  private final DescribedHttpClient client = new DescribedHttpClient();
  private final HttpServer server;

  DescribedHttpClientTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = RECEIPT.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("content-type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void end() {
    client.close();
    server.stop(0);
  }

  private HttpRequest post(String path, String body) {
    URI uri = URI.create("http://localhost:" + server.getAddress().getPort() + path);
    return HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(body)).build();
  }

  @Test
  void anAnswerAsDescribedArrivesWhole() throws Exception {
    assertThat(client.send(post("/events", EVENT), BodyHandlers.ofString()).body())
        .isEqualTo(RECEIPT);
    assertThat(client.send(post("/events", EVENT), BodyHandlers.discarding()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aRequestThatIsNotDescribedFails() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() ->
            client.send(post("/events", EVENT.replace("view", "look")), BodyHandlers.ofString()))
        .withMessageContaining("/events/0/type");
  }

  @Test
  void anAnswerThatIsNotDescribedFailsEvenIfNobodyReadsIt() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> client.send(post("/items", "{}"), BodyHandlers.discarding()))
        .withMessageContaining("duplicates");
    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(() -> client.sendAsync(post("/items", "{}"), BodyHandlers.discarding()).join())
        .withCauseInstanceOf(AssertionError.class);
  }
}
