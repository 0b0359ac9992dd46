package dev.akin.function;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What we read of API Gateway's authorizer request (HTTP API, payload format 2.0).
///
/// @param routeKey method and path template of the route that was matched, or `$default`
/// @param headers the caller's headers, names in lower case, values of one name joined by commas
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
public record AuthorizerRequest(
    @Nullable String routeKey, @Nullable Map<String, @Nullable String> headers) {
  static final String KEY_HEADER = "x-api-key";

  /// The presented key, or nothing.
  @Nullable String key() {
    return headers == null ? null : headers.get(KEY_HEADER);
  }
}
