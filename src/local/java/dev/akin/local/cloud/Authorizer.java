package dev.akin.local.cloud;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;

/// Asks the template's authorizer function about every request, without a cache.
final class Authorizer {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// What API Gateway does with the request.
  enum Verdict {
    ALLOWED(200, ""),
    UNAUTHORIZED(401, "Unauthorized"),
    FORBIDDEN(403, "Forbidden"),
    BROKEN(500, "Internal Server Error");

    private final int status;
    private final String message;

    Verdict(int status, String message) {
      this.status = status;
      this.message = message;
    }

    int status() {
      return status;
    }

    String message() {
      return message;
    }
  }

  private final Invoker functions;
  private final String function;
  private final PayloadFormat format;
  private final ObjectMapper json;

  Authorizer(Invoker functions, String function, PayloadFormat format, ObjectMapper json) {
    this.functions = functions;
    this.function = function;
    this.format = format;
    this.json = json;
  }

  /// A request without a key does not reach the function if the route has it as its identity
  /// source.
  Verdict judge(GatewayRequest request, RouteTable.Match match, String requestId)
      throws IOException, InterruptedException {
    if (request.header("x-api-key").isEmpty() && !match.route().asked()) {
      return Verdict.UNAUTHORIZED;
    }
    byte[] event = format.authorizerEvent(request, match, requestId);
    if (functions.invoke(function, event, PATIENCE)
        instanceof InvocationResult.Answered(byte[] payload)) {
      boolean allowed = json.readTree(payload).path("isAuthorized").asBoolean();
      return allowed ? Verdict.ALLOWED : Verdict.FORBIDDEN;
    }
    return Verdict.BROKEN;
  }
}
