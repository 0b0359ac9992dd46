package dev.akin.app;

import dev.akin.port.KeyStore.Scope;

/// Which scope a route asks for. A route that is not named here asks for `admin`, so a new route is
/// closed until somebody opens it.
public final class RouteScopes {
  private RouteScopes() {}

  /// @param route method and path template as in the API description, e.g. `GET /items/{id}`
  public static Scope required(String route) {
    return switch (route) {
      case "POST /events" -> Scope.EVENTS_WRITE;
      case "GET /users/{id}/recommendations",
          "POST /recommendations",
          "POST /rankings",
          "GET /items/popular",
          "GET /items/trending",
          "GET /items/{id}/similar" ->
          Scope.RECOMMEND_READ;
      default -> Scope.ADMIN;
    };
  }
}
