package dev.akin.function;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.akin.shop.InvalidFieldException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The parameters of a request. Read from the raw query string: API Gateway's own map joins
/// repeated parameters by commas, which cannot be told from a comma in a value.
final class QueryString {
  private static final int MAX_QUOTED = 64;

  private final Map<String, List<String>> parameters;

  private QueryString(Map<String, List<String>> parameters) {
    this.parameters = parameters;
  }

  /// @throws InvalidFieldException if the query string is not percent-encoded UTF-8
  static QueryString of(APIGatewayV2HTTPEvent event) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    String raw = event.getRawQueryString();
    if (raw != null && !raw.isEmpty()) {
      for (String pair : raw.split("&")) {
        if (!pair.isEmpty()) {
          String[] parts = pair.split("=", 2);
          String value = parts.length == 2 ? decode(parts[1]) : "";
          parameters.computeIfAbsent(decode(parts[0]), _ -> new ArrayList<>()).add(value);
        }
      }
    } else if (event.getQueryStringParameters() != null) {
      event
          .getQueryStringParameters()
          .forEach((name, value) -> parameters.put(name, List.of(value)));
    }
    return new QueryString(parameters);
  }

  /// Refuses parameters that are not among `known`, so that a typo does not pass silently.
  void only(String... known) {
    Set<String> names = new TreeSet<>(Set.of(known));
    for (String name : parameters.keySet()) {
      if (!names.contains(name)) {
        throw new InvalidFieldException(
            name.length() <= MAX_QUOTED ? name : name.substring(0, MAX_QUOTED) + "...",
            "unknown_parameter",
            names.isEmpty()
                ? "this call takes no query parameters"
                : "there is no such parameter; known are " + String.join(", ", names));
      }
    }
  }

  /// The value of a parameter that may be given once, or null.
  @Nullable String single(String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw new InvalidFieldException(
          name, "repeated", name + " is given " + values.size() + " times; give it once");
    }
    return values.isEmpty() ? null : values.getFirst();
  }

  /// The values of a parameter that may be given several times or as one list with commas.
  Set<String> all(String name) {
    Set<String> all = new LinkedHashSet<>();
    for (String list : parameters.getOrDefault(name, List.of())) {
      for (String value : list.split(",")) {
        if (!value.isBlank()) {
          all.add(value);
        }
      }
    }
    return all;
  }

  /// All values of a parameter as they were given.
  List<String> each(String name) {
    return List.copyOf(parameters.getOrDefault(name, List.of()));
  }

  private static String decode(String text) {
    try {
      String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
      if (decoded.indexOf(Fields.REPLACEMENT) < 0) {
        return decoded;
      }
    } catch (IllegalArgumentException malformed) {
      throw new InvalidFieldException(
          "query", "not_decodable", "the query string has a % that is not followed by two digits");
    }
    throw new InvalidFieldException(
        "query", "not_unicode", "the query string must be percent-encoded UTF-8, such as %C3%A4");
  }
}
