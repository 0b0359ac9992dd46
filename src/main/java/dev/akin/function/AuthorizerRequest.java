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

  /// Where the SDKs of AWS put the session token of their credentials, as it is.
  static final String TOKEN_HEADER = "x-amz-security-token";

  private static final String OF_SDKS = " /personalize/";

  /// The presented key, or nothing. Where SDKs call, the session token will do; elsewhere a gateway
  /// that remembers answers by the key header must not be told more by another one.
  @Nullable String key() {
    if (headers == null) {
      return null;
    }
    String key = headers.get(KEY_HEADER);
    return key == null && routeKey != null && routeKey.contains(OF_SDKS)
        ? headers.get(TOKEN_HEADER)
        : key;
  }
}
