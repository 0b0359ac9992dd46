package dev.akin.function;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Http;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One request as API Gateway would hand it over.
///
/// @param parts the values of `{id}` and its like in the route
/// @param headers their names in lower case
/// @param body text, or null for none
record Call(
    String route,
    Map<String, String> parts,
    Map<String, String> headers,
    Map<String, String> query,
    @Nullable String body) {
  static Call of(String route) {
    return new Call(route, Map.of(), Map.of(), Map.of(), null);
  }

  Call id(String value) {
    return part(parameter(), value);
  }

  /// Fills in a part of the path.
  Call part(String name, String value) {
    return new Call(route, with(parts, name, value), headers, query, body);
  }

  Call header(String name, String value) {
    return new Call(route, parts, with(headers, name, value), query, body);
  }

  Call query(String name, String value) {
    return new Call(route, parts, headers, with(query, name, value), body);
  }

  Call body(String text) {
    return new Call(route, parts, headers, query, text);
  }

  APIGatewayV2HTTPEvent event() {
    return builder(false);
  }

  /// The same with a body that API Gateway took for bytes.
  APIGatewayV2HTTPEvent binaryEvent() {
    return builder(true);
  }

  private APIGatewayV2HTTPEvent builder(boolean base64) {
    String rawQuery =
        query.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
            .collect(Collectors.joining("&"));
    Http http = Http.builder().withMethod(route.split(" ")[0]).build();
    return APIGatewayV2HTTPEvent.builder()
        .withVersion("2.0")
        .withRouteKey(route)
        .withRawQueryString(rawQuery)
        .withQueryStringParameters(query.isEmpty() ? null : query)
        .withPathParameters(parts.isEmpty() ? null : parts)
        .withHeaders(headers)
        .withRequestContext(
            RequestContext.builder().withRequestId("request-1").withHttp(http).build())
        .withBody(body)
        .withIsBase64Encoded(base64)
        .build();
  }

  private static Map<String, String> with(Map<String, String> map, String name, String value) {
    Map<String, String> more = new TreeMap<>(map);
    more.put(name, value);
    return more;
  }

  /// What an id stands for in the route: `{id}`, or the first part that has a name.
  private String parameter() {
    int start = route.indexOf('{');
    return start < 0 || route.contains("{id}")
        ? "id"
        : route.substring(start + 1, route.indexOf('}'));
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
