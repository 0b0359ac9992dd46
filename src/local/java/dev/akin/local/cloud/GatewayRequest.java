package dev.akin.local.cloud;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One HTTP request as it arrived.
///
/// @param rawPath still percent-encoded, without the query
/// @param rawQuery what follows the question mark, empty if there is none
/// @param headers names in lower case; repeated ones are joined by commas
record GatewayRequest(
    String method,
    String rawPath,
    String rawQuery,
    Map<String, String> headers,
    byte[] body,
    String sourceAddress,
    Instant time) {
  /// API Gateway's limit.
  static final int MAX_BODY = 10 * 1024 * 1024;

  /// Reads the request; at most one byte more of the body than is allowed.
  static GatewayRequest read(HttpExchange exchange, Instant time) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> {
          headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values));
        });
    String query = exchange.getRequestURI().getRawQuery();
    try (InputStream body = exchange.getRequestBody()) {
      return new GatewayRequest(
          exchange.getRequestMethod(),
          exchange.getRequestURI().getRawPath(),
          query == null ? "" : query,
          headers,
          body.readNBytes(MAX_BODY + 1),
          exchange.getRemoteAddress().getAddress().getHostAddress(),
          time);
    }
  }

  boolean isTooLarge() {
    return body.length > MAX_BODY;
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /// The cookies one by one; API Gateway takes them out of the headers.
  List<String> cookies() {
    return Arrays.stream(header("cookie").split("[;,]"))
        .map(String::strip)
        .filter(cookie -> !cookie.isEmpty())
        .toList();
  }

  /// Decoded query parameters; the values of repeated ones are joined by commas.
  Map<String, String> query() {
    return Arrays.stream(rawQuery.split("&"))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> decode(pair[0]),
                pair -> pair.length == 2 ? decode(pair[1]) : "",
                (first, second) -> first + "," + second,
                TreeMap::new));
  }

  /// Whether the body is handed on as it is, rather than in base64.
  boolean isText() {
    String type = header("content-type").toLowerCase(Locale.ROOT);
    int parameters = type.indexOf(';');
    String media = (parameters < 0 ? type : type.substring(0, parameters)).strip();
    return media.startsWith("text/")
        || media.equals("application/json")
        || media.equals("application/javascript")
        || media.equals("application/xml")
        || media.endsWith("+json")
        || media.endsWith("+xml");
  }

  private static String decode(String text) {
    return Route.decode(text.replace('+', ' '));
  }
}
