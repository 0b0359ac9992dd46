package dev.akin.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// The calls of the API that loading and training make, on maps.
final class FakeStack implements AutoCloseable {
  final Map<String, JsonNode> items = new LinkedHashMap<>();

  /// Who, when and which id: what makes two events the same.
  final Set<String> events = new LinkedHashSet<>();

  int trainings;

  /// After so many batches of events the stack answers no more.
  int patience = Integer.MAX_VALUE;

  private final HttpServer server;

  FakeStack() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  ShopClient client() {
    return new ShopClient(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), null);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private synchronized void handle(HttpExchange call) throws IOException {
    String route = call.getRequestMethod() + " " + call.getRequestURI().getPath();
    JsonNode body = ShopClient.JSON.readTree(call.getRequestBody());
    String item = route.substring(route.lastIndexOf('/') + 1);
    switch (route) {
      case "GET /items" -> answer(call, 200, listing());
      case "POST /items" -> {
        body.path("items").forEach(sent -> items.put(sent.path("itemId").asText(), sent));
        answer(call, 200, counted(body.path("items").size(), 0));
      }
      case "POST /events" -> events(call, body.path("events"));
      case "POST /trainings" -> {
        trainings++;
        answer(call, 202, json("{\"trainingId\":\"t\",\"alreadyRunning\":false}"));
      }
      case "GET /status" ->
          answer(
              call,
              200,
              json(
                  trainings == 0
                      ? "{}"
                      : "{\"release\":{},\"training\":"
                          + "{\"trainingId\":\"t\",\"state\":\"succeeded\",\"progress\":1}}"));
      default -> {
        JsonNode known = items.get(item);
        answer(call, known == null ? 404 : 200, known == null ? json("{}") : known);
      }
    }
  }

  private void events(HttpExchange call, JsonNode sent) throws IOException {
    if (patience-- <= 0) {
      answer(call, 400, json("{}"));
      return;
    }
    int fresh = 0;
    for (JsonNode event : sent) {
      String key = event.path("userId") + " " + event.path("timestamp") + event.path("eventId");
      fresh += events.add(key) ? 1 : 0;
    }
    answer(call, 200, counted(fresh, sent.size() - fresh));
  }

  private JsonNode listing() {
    ObjectNode listing = ShopClient.JSON.createObjectNode();
    listing.putArray("items").addAll(items.values());
    return listing;
  }

  private static JsonNode counted(int accepted, int duplicates) throws IOException {
    return json(
        "{\"accepted\":%d,\"duplicates\":%d,\"rejected\":[]}".formatted(accepted, duplicates));
  }

  private static JsonNode json(String text) throws IOException {
    return ShopClient.JSON.readTree(text);
  }

  private static void answer(HttpExchange call, int status, JsonNode json) throws IOException {
    byte[] body = json.toString().getBytes(StandardCharsets.UTF_8);
    call.sendResponseHeaders(status, body.length);
    call.getResponseBody().write(body);
    call.close();
  }
}
