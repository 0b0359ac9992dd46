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
/// @param id the value of the parameter in the route, e.g. of `{id}`, or null
/// @param body text, or null for none
record Call(String route, @Nullable String id, Map<String, String> query, @Nullable String body) {
  static Call of(String route) {
    return new Call(route, null, Map.of(), null);
  }

  Call id(String value) {
    return new Call(route, value, query, body);
  }

  Call query(String name, String value) {
    Map<String, String> more = new TreeMap<>(query);
    more.put(name, value);
    return new Call(route, id, more, body);
  }

  Call body(String text) {
    return new Call(route, id, query, text);
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
        .withPathParameters(id == null ? null : Map.of(parameter(), id))
        .withRequestContext(
            RequestContext.builder().withRequestId("request-1").withHttp(http).build())
        .withBody(body)
        .withIsBase64Encoded(base64)
        .build();
  }

  /// The name between the braces of the route.
  private String parameter() {
    return route.substring(route.indexOf('{') + 1, route.indexOf('}'));
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
