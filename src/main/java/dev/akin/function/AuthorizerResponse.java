package dev.akin.function;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;

/// API Gateway's simple response of an authorizer.
///
/// @param isAuthorized whether the request may pass
/// @param context handed to the function and to the access log
@RegisterForReflection
public record AuthorizerResponse(
    @JsonProperty("isAuthorized") boolean isAuthorized, Map<String, String> context) {
  static AuthorizerResponse refused() {
    return new AuthorizerResponse(false, Map.of());
  }

  /// @param keyName the shop's name for the key
  static AuthorizerResponse allowed(String keyName) {
    return new AuthorizerResponse(true, Map.of("key", keyName));
  }
}
