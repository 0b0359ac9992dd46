package dev.akin.function;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akin.shop.InvalidFieldException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One request as API Gateway hands it over (HTTP API, payload format 2.0), read strictly.
final class HttpRequest {
  static final int MAX_BODY_BYTES = 1_048_576;

  private final APIGatewayV2HTTPEvent event;

  HttpRequest(APIGatewayV2HTTPEvent event) {
    this.event = event;
  }

  /// Method and path template, e.g. `GET /items/{id}`.
  String route() {
    String route = event.getRouteKey();
    return route == null ? "" : route;
  }

  String path() {
    String path = event.getRawPath();
    return path == null ? "" : path;
  }

  String requestId() {
    var context = event.getRequestContext();
    return context == null || context.getRequestId() == null ? "-" : context.getRequestId();
  }

  String pathParameter(String name) {
    Map<String, String> parameters = event.getPathParameters();
    String value = parameters == null ? null : parameters.get(name);
    if (value == null) {
      throw new InvalidFieldException(name, "missing", name + " must be part of the path");
    }
    return value;
  }

  /// Refuses query parameters that are not among `known`, so that a typo does not pass silently.
  HttpRequest onlyQuery(String... known) {
    Set<String> names = new TreeSet<>(Set.of(known));
    for (String name : query().keySet()) {
      if (!names.contains(name)) {
        throw new InvalidFieldException(
            name.length() <= 64 ? name : name.substring(0, 64) + "...",
            "unknown_parameter",
            names.isEmpty()
                ? "this call takes no query parameters"
                : "there is no such parameter; known are " + String.join(", ", names));
      }
    }
    return this;
  }

  @Nullable String query(String name) {
    return query().get(name);
  }

  int wholeNumber(String name, int otherwise) {
    String text = query(name);
    if (text == null) {
      return otherwise;
    }
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notANumber) {
      throw new InvalidFieldException(
          name, "wrong_type", name + " must be one whole number, such as 10");
    }
  }

  boolean flag(String name, boolean otherwise) {
    String text = query(name);
    if (text == null) {
      return otherwise;
    }
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new InvalidFieldException(name, "wrong_type", name + " must be true or false");
    };
  }

  /// The values of a parameter that may be given several times or as one list with commas.
  Set<String> values(String name) {
    String text = query(name);
    Set<String> values = new LinkedHashSet<>();
    if (text != null) {
      for (String value : text.split(",")) {
        if (!value.isBlank()) {
          values.add(value);
        }
      }
    }
    return values;
  }

  /// The body as a JSON object.
  ObjectNode body() {
    String body = event.getBody();
    if (body == null || body.isBlank()) {
      throw HttpProblem.badRequest("missing", "body", "send a JSON object as the body");
    }
    if (event.getIsBase64Encoded()) {
      throw HttpProblem.of(
          415,
          "not_json",
          "body",
          "send JSON as text, with the header Content-Type: application/json");
    }
    if (body.length() > MAX_BODY_BYTES
        || body.getBytes(StandardCharsets.UTF_8).length > MAX_BODY_BYTES) {
      throw HttpProblem.of(
          413, "too_large", "body", "send at most " + MAX_BODY_BYTES + " bytes at once");
    }
    return Json.object(body);
  }

  /// Whether the caller sent a body at all.
  boolean hasBody() {
    return event.getBody() != null && !event.getBody().isBlank();
  }

  private Map<String, String> query() {
    Map<String, String> query = event.getQueryStringParameters();
    return query == null ? Map.of() : query;
  }
}
