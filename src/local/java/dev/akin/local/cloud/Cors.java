package dev.akin.local.cloud;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which pages of other origins a browser lets call the API: the template's `CorsConfiguration`.
///
/// API Gateway answers preflights itself and adds its headers to every other answer; what a
/// function says about origins is dropped. Requests that name no origin, those of servers and of
/// curl, get no such header.
///
/// @param origins such as `https://shop.example`, or `*`; empty if nothing is configured
/// @param methods that a page may use
/// @param headers of a request that a page may set
/// @param exposed headers of an answer that a page may read
/// @param maxAge seconds for which a browser keeps the answer to a preflight; empty for its own
/// @param credentials whether a browser may send cookies
record Cors(
    List<String> origins,
    List<String> methods,
    List<String> headers,
    List<String> exposed,
    String maxAge,
    boolean credentials) {
  private static final String PREFIX = "access-control-";

  /// @param configuration with its intrinsic functions resolved, empty if there is none
  static Cors of(Map<?, ?> configuration) {
    Object age = configuration.get("MaxAge");
    return new Cors(
        texts(configuration.get("AllowOrigins")),
        texts(configuration.get("AllowMethods")),
        texts(configuration.get("AllowHeaders")),
        texts(configuration.get("ExposeHeaders")),
        age == null ? "" : String.valueOf(age),
        Boolean.parseBoolean(String.valueOf(configuration.get("AllowCredentials"))));
  }

  /// Whether a browser asks if it may send something, and the gateway is to answer that.
  boolean isPreflight(GatewayRequest request) {
    return !origins.isEmpty()
        && request.method().equals("OPTIONS")
        && !request.header("origin").isEmpty()
        && !request.header("access-control-request-method").isEmpty();
  }

  /// What the gateway adds to the answer to `request`, nothing for an origin that is not allowed.
  Map<String, String> answer(GatewayRequest request) {
    Map<String, String> added = new LinkedHashMap<>();
    String origin = request.header("origin");
    boolean anybody = origins.contains("*");
    if (origin.isEmpty() || !anybody && !origins.contains(origin)) {
      return added;
    }
    added.put(PREFIX + "allow-origin", anybody ? "*" : origin);
    if (credentials) {
      added.put(PREFIX + "allow-credentials", "true");
    }
    if (isPreflight(request)) {
      put(added, "allow-methods", methods);
      put(added, "allow-headers", headers);
      if (!maxAge.isEmpty()) {
        added.put(PREFIX + "max-age", maxAge);
      }
    } else {
      put(added, "expose-headers", exposed);
    }
    return added;
  }

  /// Whether a header of a function's answer reaches the browser.
  boolean passes(String header) {
    return origins.isEmpty() || !header.toLowerCase(Locale.ROOT).startsWith(PREFIX);
  }

  private static void put(Map<String, String> added, String name, List<String> values) {
    if (!values.isEmpty()) {
      added.put(PREFIX + name, String.join(",", values));
    }
  }

  private static List<String> texts(@Nullable Object values) {
    return values instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }
}
