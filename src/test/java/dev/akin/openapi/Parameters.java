package dev.akin.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.akin.openapi.ApiDescription.Located;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Compares the path and the query of a request with the description.
final class Parameters {
  private Parameters() {}

  static List<String> differences(ApiDescription api, Operation operation, Exchange exchange) {
    List<String> differences = new ArrayList<>();
    Map<String, List<String>> given = given(operation, exchange);
    given.forEach((name, values) -> {
      Located parameter = operation.parameters().get(name);
      if (parameter == null) {
        differences.add("request: parameter '" + name + "' is not described");
      } else {
        differences.addAll(value(api, name, parameter, values));
      }
    });
    operation
        .parameters()
        .forEach((name, parameter) -> {
          if (parameter.node().path("required").asBoolean() && !given.containsKey(name)) {
            differences.add("request: parameter '" + name + "' is required");
          }
        });
    return differences;
  }

  private static List<String> value(
      ApiDescription api, String name, Located parameter, List<String> values) {
    Located schema = parameter.child(api.root(), "schema");
    String type = schema.node().path("type").asText();
    JsonNode value;
    if (type.equals("array")) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      values.forEach(text -> List.of(text.split(",")).forEach(list::add));
      value = list;
    } else if (values.size() > 1) {
      return List.of("request: parameter '" + name + "' is given several times");
    } else if (type.equals("string")) {
      value = TextNode.valueOf(values.getFirst());
    } else {
      value = ExchangeCheck.scalar(values.getFirst());
    }
    return ExchangeCheck.inside("request " + name, api.schemas().problems(schema.pointer(), value));
  }

  /// Values by place and name, e.g. `query limit`.
  private static Map<String, List<String>> given(Operation operation, Exchange exchange) {
    Map<String, List<String>> given = new LinkedHashMap<>();
    String[] wanted = operation.path().split("/", -1);
    String[] actual = exchange.rawPath().split("/", -1);
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i].startsWith("{")) {
        String name = wanted[i].substring(1, wanted[i].length() - 1);
        String value = actual[i];
        if (wanted[i].endsWith(ApiDescription.REST)) {
          value = String.join("/", List.of(actual).subList(i, actual.length));
        }
        given.put("path " + name, List.of(decoded(value.replace("+", "%2B"))));
      }
    }
    for (String pair : exchange.rawQuery().split("&")) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        given
            .computeIfAbsent("query " + decoded(parts[0]), _ -> new ArrayList<>())
            .add(decoded(parts.length == 2 ? parts[1] : null));
      }
    }
    return given;
  }

  /// Text that is not percent-encoded stays as it is.
  private static String decoded(@Nullable String text) {
    if (text == null) {
      return "";
    }
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}
