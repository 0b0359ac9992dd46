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
          "GET /users/{id}/categories",
          "POST /categories",
          "GET /items/popular",
          "GET /items/trending",
          "GET /items/{id}/similar" ->
          Scope.RECOMMEND_READ;
      case "POST /personalize/events" -> Scope.EVENTS_WRITE;
      case "POST /personalize/recommendations", "POST /personalize/personalize-ranking" ->
          Scope.RECOMMEND_READ;
      default -> gorse(route);
    };
  }

  /// What clients of Gorse call.
  private static Scope gorse(String route) {
    return switch (route) {
      case "POST /gorse/api/feedback", "PUT /gorse/api/feedback" -> Scope.EVENTS_WRITE;
      case "GET /gorse/api/recommend/{id}",
          "GET /gorse/api/recommend/{id}/{category}",
          "POST /gorse/api/session/recommend",
          "POST /gorse/api/session/recommend/{category}",
          "GET /gorse/api/popular",
          "GET /gorse/api/popular/{category}",
          "GET /gorse/api/latest",
          "GET /gorse/api/latest/{category}",
          "GET /gorse/api/non-personalized/{name}",
          "GET /gorse/api/item-to-item/{name}/{id}",
          "GET /gorse/api/item/{id}/neighbors",
          "GET /gorse/api/item/{id}/neighbors/{category}",
          "GET /gorse/api/item/{rest+}",
          "GET /gorse/api/{rest+}",
          "POST /gorse/api/session/{rest+}" ->
          Scope.RECOMMEND_READ;
      default -> Scope.ADMIN;
    };
  }
}
