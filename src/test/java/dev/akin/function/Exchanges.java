package dev.akin.function;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.akin.openapi.Exchange;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Invocations as they would have looked on the wire.
final class Exchanges {
  private Exchanges() {}

  static Exchange of(APIGatewayV2HTTPEvent event, APIGatewayV2HTTPResponse response) {
    String route = event.getRouteKey();
    String query = event.getRawQueryString();
    return new Exchange(
        event.getRequestContext().getHttp().getMethod(),
        event.getRawPath() == null ? path(route, event.getPathParameters()) : event.getRawPath(),
        query == null ? "" : query,
        event.getBody(),
        response.getStatusCode(),
        response.getHeaders().get("content-type"),
        response.getBody() == null ? "" : response.getBody());
  }

  /// The path of a route with its parameters filled in.
  private static String path(String route, @Nullable Map<String, String> parameters) {
    String path = route.substring(route.indexOf(' ') + 1);
    if (parameters != null) {
      for (Map.Entry<String, String> parameter : parameters.entrySet()) {
        String value = URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8);
        path = path.replace("{" + parameter.getKey() + "}", value.replace("+", "%20"));
        path = path.replace("{" + parameter.getKey() + "+}", parameter.getValue());
      }
    }
    return path;
  }
}
