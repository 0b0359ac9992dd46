package dev.akin.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Speaks with the HTTP API of a shop's stack, as a shop would.
final class ShopClient implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final int ATTEMPTS = 5;

  private final HttpClient http;
  private final URI address;
  private final @Nullable String key;

  /// @param address of the API, with or without a slash at its end
  /// @param key sent as `x-api-key`, or null
  ShopClient(URI address, @Nullable String key) {
    this(
        address,
        key,
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build());
  }

  /// @param http sends the requests; closed with this client
  ShopClient(URI address, @Nullable String key, HttpClient http) {
    this.http = http;
    String text = address.toString();
    this.address = URI.create(text.endsWith("/") ? text : text + "/");
    this.key = key;
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return send("GET", path, null);
  }

  /// What is at a path; empty for nothing.
  Optional<JsonNode> find(String path) throws IOException, InterruptedException {
    HttpResponse<String> response = patiently(request("GET", path, null));
    return response.statusCode() == 404
        ? Optional.empty()
        : Optional.of(answered("GET", path, response));
  }

  /// Sends again after a refusal that passes; every call of ours may be repeated.
  JsonNode post(String path, @Nullable JsonNode body) throws IOException, InterruptedException {
    return send("POST", path, body);
  }

  /// Sends a batch. One of which every record is bad is answered 400 with the list of them, which
  /// is an answer as any other: the records of other batches may be good.
  JsonNode postBatch(String path, JsonNode body) throws IOException, InterruptedException {
    HttpResponse<String> response = patiently(request("POST", path, body));
    if (response.statusCode() == 400) {
      JsonNode answer = JSON.readTree(response.body());
      if (!answer.path("rejected").isEmpty()) {
        return answer;
      }
    }
    return answered("POST", path, response);
  }

  /// One segment of a path.
  static String segment(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public void close() {
    http.close();
  }

  private JsonNode send(String method, String path, @Nullable JsonNode body)
      throws IOException, InterruptedException {
    return answered(method, path, patiently(request(method, path, body)));
  }

  private static JsonNode answered(String method, String path, HttpResponse<String> response)
      throws IOException {
    if (response.statusCode() >= 300) {
      throw new CommandFailedException(
          method + " /" + path + " was answered " + response.statusCode() + ": " + said(response));
    }
    return JSON.readTree(response.body());
  }

  private HttpResponse<String> patiently(HttpRequest request)
      throws IOException, InterruptedException {
    HttpResponse<String> response = once(request);
    for (int retry = 1; passes(response.statusCode()) && retry < ATTEMPTS; retry++) {
      Thread.sleep(Duration.ofMillis(200L << retry));
      response = once(request);
    }
    return response;
  }

  private HttpRequest request(String method, String path, @Nullable JsonNode body)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(Duration.ofSeconds(100))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (key != null) {
      request.header("x-api-key", key);
    }
    return request.build();
  }

  private HttpResponse<String> once(HttpRequest request) throws IOException, InterruptedException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (ConnectException e) {
      throw new CommandFailedException(
          "nothing answers at " + address + "; start it with `up`, or name another with --url", e);
    }
  }

  private static boolean passes(int status) {
    return status == 429 || status >= 500;
  }

  private static String said(HttpResponse<String> response) {
    String body = response.body();
    return body.length() > 500 ? body.substring(0, 500) + "..." : body;
  }
}
