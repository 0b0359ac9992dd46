package dev.akin.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.app.RouteScopes;
import dev.akin.port.KeyStore.Scope;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What API Gateway makes of the routes of the template, which the local gateway does not show.
final class GatewayRoutesTest {
  /// An HTTP API drops such a route without a word when it is imported, and what is called by it
  /// reaches the answer to everything unknown.
  @Test
  void noRouteEndsWithASlash() throws IOException {
    assertThat(Template.read().routes().keySet())
        .isNotEmpty()
        .noneMatch(route -> route.endsWith("/"));
  }

  @Test
  void whatTakesTheRestOfAPathTakesTheSlashedPathsOfGorsesClients() throws IOException {
    List<String> rests =
        Template.read().routes().keySet().stream()
            .filter(route -> route.endsWith("/{rest+}"))
            .sorted()
            .toList();

    assertThat(rests)
        .containsExactly(
            "GET /gorse/api/item/{rest+}",
            "GET /gorse/api/{rest+}",
            "POST /gorse/api/session/{rest+}")
        .allMatch(route -> RouteScopes.required(route) == Scope.RECOMMEND_READ);
  }
}
