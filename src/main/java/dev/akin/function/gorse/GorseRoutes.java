package dev.akin.function.gorse;

import dev.akin.function.HttpRequest;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The spellings of Gorse's paths. Its clients put a category at the end, and a slash alone where
/// there is none. API Gateway has no routes that end with a slash, and drops those of a template
/// without a word: such paths arrive by routes that take the rest of a path.
final class GorseRoutes {
  private static final String REST = "{rest+}";
  private static final String IN_CATEGORY = "/{category}";

  /// Paths with an id in them: what is before it, the id, and what is behind it.
  private static final Pattern WITH_ID =
      Pattern.compile("(GET /gorse/api/(?:recommend|item)/)(.+?)((?:/neighbors)?)");

  private GorseRoutes() {}

  /// The request as one of the route that it has without the slash. Should a gateway match the
  /// slash with an empty category instead of the rest of a path, that is no category either.
  static HttpRequest named(HttpRequest request) {
    if (request.route().endsWith(IN_CATEGORY) && request.lacks("category")) {
      return request.as(plain(request), ids(request));
    }
    if (!request.route().endsWith(REST)) {
      return request;
    }
    String path = request.route().replace(REST, request.pathParameter("rest"));
    String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    Matcher parts = WITH_ID.matcher(plain);
    return parts.matches()
        ? request.as(parts.group(1) + "{id}" + parts.group(3), Map.of("id", parts.group(2)))
        : request.as(plain, Map.of());
  }

  private static Map<String, String> ids(HttpRequest request) {
    return request.lacks("id") ? Map.of() : Map.of("id", request.pathParameter("id"));
  }

  /// The route without a category.
  static String plain(HttpRequest request) {
    String route = request.route();
    return route.endsWith(IN_CATEGORY)
        ? route.substring(0, route.length() - IN_CATEGORY.length())
        : route;
  }
}
