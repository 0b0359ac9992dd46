package dev.akin.function;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akin.shop.InvalidFieldException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One request as API Gateway hands it over (HTTP API, payload format 2.0), read strictly.
public final class HttpRequest {
  static final int MAX_BODY_BYTES = 1_048_576;

  /// Methods by whose paths nothing comes into being.
  private static final Set<String> MAKING_NOTHING = Set.of("GET", "DELETE");

  /// As JSON writes them: what Java reads beside that (`0x1p-1`, `0.5f`, other digits) is a slip.
  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,10}");

  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]{1,100}(\\.[0-9]{1,100})?([eE][+-]?[0-9]{1,3})?");

  private final APIGatewayV2HTTPEvent event;
  private final String route;
  private final Map<String, String> parts;
  private @Nullable QueryString query;

  /// @param event null if the function was invoked with nothing at all
  HttpRequest(@Nullable APIGatewayV2HTTPEvent event) {
    this.event = event == null ? new APIGatewayV2HTTPEvent() : event;
    String key = this.event.getRouteKey();
    this.route = key == null ? "" : key;
    Map<String, String> parameters = this.event.getPathParameters();
    this.parts = parameters == null ? Map.of() : parameters;
  }

  private HttpRequest(APIGatewayV2HTTPEvent event, String route, Map<String, String> parts) {
    this.event = event;
    this.route = route;
    this.parts = parts;
  }

  /// The same request as if another route had been matched, with the parts of the path that it
  /// names.
  public HttpRequest as(String otherRoute, Map<String, String> otherParts) {
    return new HttpRequest(event, otherRoute, otherParts);
  }

  /// Method and path template, e.g. `GET /items/{id}`.
  public String route() {
    return route;
  }

  /// Whether the caller speaks to us as to Amazon Personalize, also by a call that we do not have.
  boolean isOfPersonalize() {
    String path = event.getRawPath();
    return route.contains(" /personalize/") || (path != null && path.startsWith("/personalize/"));
  }

  String requestId() {
    var context = event.getRequestContext();
    return context == null || context.getRequestId() == null ? "-" : context.getRequestId();
  }

  /// Whether the path has no such part, or an empty one.
  public boolean lacks(String part) {
    String value = parts.get(part);
    return value == null || value.isEmpty();
  }

  /// A part of the path. U+FFFD in it, which decoders make of what they cannot read, is refused
  /// only where an id may come into being: what is stored under such an id must stay within reach,
  /// to be read and to be deleted.
  public String pathParameter(String name) {
    String value = parts.get(name);
    if (value == null) {
      throw new InvalidFieldException(name, "missing", name + " must be part of the path");
    }
    if (value.indexOf(Fields.REPLACEMENT) >= 0 && !MAKING_NOTHING.contains(route.split(" ")[0])) {
      throw new InvalidFieldException(
          name, "not_unicode", name + " must be percent-encoded UTF-8 in the path, such as %C3%A4");
    }
    return value;
  }

  /// Refuses query parameters that are not among `known`.
  public HttpRequest onlyQuery(String... known) {
    parameters().only(known);
    return this;
  }

  public @Nullable String query(String name) {
    return parameters().single(name);
  }

  public int wholeNumber(String name, int otherwise) {
    String text = query(name);
    if (text == null) {
      return otherwise;
    }
    try {
      if (WHOLE_NUMBER.matcher(text).matches()) {
        return Integer.parseInt(text);
      }
    } catch (NumberFormatException tooLarge) {
      // Told below, with what is no number.
    }
    throw new InvalidFieldException(
        name, "wrong_type", name + " must be one whole number, such as 10");
  }

  double number(String name) {
    String text = query(name);
    if (text != null && NUMBER.matcher(text).matches()) {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    }
    throw new InvalidFieldException(name, "wrong_type", name + " must be one number, such as 0.5");
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
    return parameters().all(name);
  }

  /// A header, or null; of several of one name API Gateway makes one with commas.
  ///
  /// @param name in lower case
  public @Nullable String header(String name) {
    Map<String, String> headers = event.getHeaders();
    return headers == null ? null : headers.get(name);
  }

  /// The values of a parameter that may be given several times, commas and all.
  public List<String> repeated(String name) {
    return parameters().each(name);
  }

  /// The body as a JSON object.
  public ObjectNode body() {
    return Json.object(bodyText("object"));
  }

  /// The body as a JSON list.
  public List<JsonNode> listBody() {
    return Json.list(bodyText("list"));
  }

  private String bodyText(String wanted) {
    String body = event.getBody();
    if (body == null || body.isBlank()) {
      throw HttpProblem.badRequest("missing", "body", "send a JSON " + wanted + " as the body");
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
    return body;
  }

  private QueryString parameters() {
    QueryString read = query;
    if (read == null) {
      read = QueryString.of(event);
      query = read;
    }
    return read;
  }
}
