package dev.akin.local.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// API Gateway's payload format 2.0, in both directions.
final class PayloadFormat {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final ObjectMapper json;

  PayloadFormat(ObjectMapper json) {
    this.json = json;
  }

  /// An HTTP response to be sent.
  ///
  /// @param headers names as the function gave them, `set-cookie` apart
  record Response(int status, Map<String, String> headers, List<String> cookies, byte[] body) {}

  /// The event that a function gets.
  byte[] event(GatewayRequest request, RouteTable.Match match, String requestId) {
    ObjectNode event = envelope(request, match, requestId);
    if (!match.parameters().isEmpty()) {
      event.set("pathParameters", json.valueToTree(match.parameters()));
    }
    byte[] body = request.body();
    boolean base64 = body.length > 0 && !request.isText();
    if (body.length > 0) {
      event.put(
          "body",
          base64
              ? Base64.getEncoder().encodeToString(body)
              : new String(body, StandardCharsets.UTF_8));
    }
    event.put("isBase64Encoded", base64);
    return bytes(event);
  }

  /// The event that the authorizer gets: the request without its body.
  byte[] authorizerEvent(GatewayRequest request, RouteTable.Match match, String requestId) {
    ObjectNode event = envelope(request, match, requestId);
    event.put("type", "REQUEST");
    event.put("routeArn", "arn:aws:execute-api:local:" + match.route().key());
    event.set("identitySource", json.createArrayNode().add(request.header("x-api-key")));
    return bytes(event);
  }

  private ObjectNode envelope(GatewayRequest request, RouteTable.Match match, String requestId) {
    ObjectNode event = json.createObjectNode();
    event.put("version", "2.0");
    event.put("routeKey", match.route().key());
    event.put("rawPath", request.rawPath());
    event.put("rawQueryString", request.rawQuery());
    if (!request.cookies().isEmpty()) {
      event.set("cookies", json.valueToTree(request.cookies()));
    }
    Map<String, String> headers = new LinkedHashMap<>(request.headers());
    headers.remove("cookie");
    event.set("headers", json.valueToTree(headers));
    if (!request.query().isEmpty()) {
      event.set("queryStringParameters", json.valueToTree(request.query()));
    }
    event.set("requestContext", context(request, match, requestId));
    return event;
  }

  private ObjectNode context(GatewayRequest request, RouteTable.Match match, String requestId) {
    ObjectNode context = json.createObjectNode();
    context.put("accountId", LocalCredentials.ACCOUNT);
    context.put("apiId", "local");
    context.put("domainName", request.header("host"));
    context.put("domainPrefix", "local");
    context
        .putObject("http")
        .put("method", request.method())
        .put("path", request.rawPath())
        .put("protocol", "HTTP/1.1")
        .put("sourceIp", request.sourceAddress())
        .put("userAgent", request.header("user-agent"));
    context.put("requestId", requestId);
    context.put("routeKey", match.route().key());
    context.put("stage", "$default");
    context.put("time", TIME.format(request.time()));
    context.put("timeEpoch", request.time().toEpochMilli());
    return context;
  }

  /// The response that a function's answer stands for: one with a status code as it is, anything
  /// else as the JSON body of a 200.
  ///
  /// @throws IOException if the answer is not JSON, or its body not the base64 it claims to be
  Response response(byte[] answer) throws IOException {
    JsonNode node = json.readTree(answer);
    if (!node.has("statusCode")) {
      return new Response(200, Map.of("content-type", "application/json"), List.of(), answer);
    }
    Map<String, String> headers = new LinkedHashMap<>();
    node.path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    node.path("multiValueHeaders")
        .properties()
        .forEach(header -> headers.put(header.getKey(), joined(header.getValue())));
    String body = node.path("body").asText("");
    return new Response(
        node.get("statusCode").asInt(),
        headers,
        cookies(node),
        node.path("isBase64Encoded").asBoolean() ? decoded(body) : utf8(body));
  }

  private static List<String> cookies(JsonNode answer) {
    return answer.path("cookies").valueStream().map(JsonNode::asText).toList();
  }

  private static String joined(JsonNode values) {
    return String.join(",", values.valueStream().map(JsonNode::asText).toList());
  }

  private static byte[] utf8(String body) {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] decoded(String body) throws IOException {
    try {
      return Base64.getDecoder().decode(body);
    } catch (IllegalArgumentException e) {
      throw new IOException("the body is not base64", e);
    }
  }

  private byte[] bytes(ObjectNode event) {
    try {
      return json.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always written", e);
    }
  }
}
