package dev.akin.local.cloud;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One route of the HTTP API.
///
/// @param method `GET`, ..., `ANY`; without meaning for the default route
/// @param path segments in braces match anything, `{name+}` all the rest; `$default` everything
/// @param function logical id of the function behind it
/// @param open whether no key is asked for
/// @param asked whether the authorizer is asked even about requests without the key's header
record Route(String method, String path, String function, boolean open, boolean asked) {
  static final String DEFAULT = "$default";

  Route(String method, String path, String function, boolean open) {
    this(method, path, function, open, false);
  }

  /// The name that API Gateway gives to the route.
  String key() {
    return isDefault() ? DEFAULT : method + " " + path;
  }

  boolean isDefault() {
    return path.equals(DEFAULT);
  }

  /// The decoded path parameters, or empty if the route is another one.
  Optional<Map<String, String>> match(String requestMethod, String rawPath) {
    if (isDefault()) {
      return Optional.of(Map.of());
    }
    if (!method.equals("ANY") && !method.equals(requestMethod)) {
      return Optional.empty();
    }
    List<String> pattern = segments(path);
    List<String> actual = segments(rawPath);
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < pattern.size(); i++) {
      String segment = pattern.get(i);
      if (segment.endsWith("+}") && i < actual.size()) {
        String rest = String.join("/", actual.subList(i, actual.size()));
        parameters.put(segment.substring(1, segment.length() - 2), decode(rest));
        return Optional.of(parameters);
      }
      if (i >= actual.size() || !fits(segment, actual.get(i), parameters)) {
        return Optional.empty();
      }
    }
    return pattern.size() == actual.size() ? Optional.of(parameters) : Optional.empty();
  }

  /// Sorts more special routes first: literal segments before parameters, parameters before "all
  /// the rest", a method before ANY, the default route last.
  String rank() {
    if (isDefault()) {
      return "3";
    }
    StringBuilder rank = new StringBuilder();
    for (String segment : segments(path)) {
      rank.append(segment.endsWith("+}") ? '2' : segment.startsWith("{") ? '1' : '0');
    }
    return rank.append(method.equals("ANY") ? '1' : '0').toString();
  }

  private static boolean fits(String segment, String actual, Map<String, String> parameters) {
    if (!segment.startsWith("{")) {
      return segment.equals(actual);
    }
    parameters.put(segment.substring(1, segment.length() - 1), decode(actual));
    return !actual.isEmpty();
  }

  /// Decodes a part of a path as API Gateway does: once before it finds the route and once after.
  /// Unlike there, what the first decoding makes of `%2F`, `%3F` and `%25` is left to the part.
  static String decode(String text) {
    return decodeOnce(decodeOnce(text));
  }

  /// A plus sign in a path is a plus sign, unlike in a query.
  private static String decodeOnce(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notPercentEncoded) {
      return text;
    }
  }

  private static List<String> segments(String path) {
    return Arrays.asList(path.substring(1).split("/", -1));
  }
}
