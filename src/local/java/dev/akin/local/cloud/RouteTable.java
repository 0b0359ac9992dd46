package dev.akin.local.cloud;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All routes of the HTTP API, the most special first.
final class RouteTable {
  private final List<Route> routes;

  RouteTable(Collection<Route> routes) {
    this.routes = routes.stream().sorted(Comparator.comparing(Route::rank)).toList();
  }

  /// The route that API Gateway would choose, or empty for none.
  Optional<Match> match(String method, String rawPath) {
    for (Route route : routes) {
      Optional<Map<String, String>> parameters = route.match(method, rawPath);
      if (parameters.isPresent()) {
        return Optional.of(new Match(route, parameters.get()));
      }
    }
    return Optional.empty();
  }

  /// @param parameters decoded path parameters by name
  record Match(Route route, Map<String, String> parameters) {}
}
