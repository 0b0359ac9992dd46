package dev.akin.function;

import dev.akin.app.CheckKey;
import io.quarkus.funqy.Funq;
import org.jboss.logging.Logger;

/// API Gateway's authorizer: says for every route whether the key may use it. Fails closed:
/// whatever goes wrong is a no, and an operator finds the reason in the log.
public final class AuthorizeFunction {
  private static final Logger LOG = Logger.getLogger(AuthorizeFunction.class);

  private final CheckKey checkKey;

  public AuthorizeFunction(CheckKey checkKey) {
    this.checkKey = checkKey;
  }

  @Funq("authorize")
  public AuthorizerResponse authorize(AuthorizerRequest request) {
    String key = request.key();
    String route = request.routeKey();
    if (key == null || route == null) {
      return AuthorizerResponse.refused();
    }
    try {
      return answer(checkKey.check(key, route), route);
    } catch (RuntimeException fault) {
      LOG.errorf(fault, "refused %s: the key could not be checked", route);
      return AuthorizerResponse.refused();
    }
  }

  private static AuthorizerResponse answer(CheckKey.Outcome outcome, String route) {
    return switch (outcome) {
      case CheckKey.Allowed allowed -> AuthorizerResponse.allowed(allowed.key().name());
      case CheckKey.Forbidden forbidden -> {
        LOG.infof(
            "refused %s: key '%s' lacks %s",
            route, forbidden.key().name(), forbidden.required().word());
        yield AuthorizerResponse.refused();
      }
      case CheckKey.Unknown _ -> {
        LOG.infof("refused %s: no such key", route);
        yield AuthorizerResponse.refused();
      }
    };
  }
}
