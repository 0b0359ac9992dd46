package dev.akin.local.cloud;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the local cloud takes from infra/template.yaml: functions, routes, schedules, whether keys
/// are asked for and which web origins may call. The template is the only place where these are
/// written down.
///
/// @param functions by logical id, in the template's order
/// @param authorizer logical id of the function that checks keys, or null
/// @param cors which pages of other origins may call
record Template(
    Map<String, FunctionSpec> functions,
    List<Route> routes,
    List<Schedule> schedules,
    @Nullable String authorizer,
    Cors cors) {
  private static final int DEFAULT_MEMORY = 128;
  private static final int DEFAULT_TIMEOUT = 3;

  Template {
    routes = List.copyOf(routes);
    schedules = List.copyOf(schedules);
  }

  /// @param document the parsed template, its short tags in long form
  /// @param parameters values in place of the template's defaults
  static Template of(Map<String, Object> document, Map<String, String> parameters, String stack) {
    Intrinsics intrinsics = new Intrinsics(document, parameters, stack);
    Map<?, ?> globals = map(map(intrinsics.resolve(document.get("Globals"))).get("Function"));
    Map<String, FunctionSpec> functions = new LinkedHashMap<>();
    List<Route> routes = new ArrayList<>();
    List<Schedule> schedules = new ArrayList<>();
    Map<?, ?> api = Map.of();
    Set<String> asked = authorizersWithoutHeaders(document);
    for (Map.Entry<?, ?> resource : map(document.get("Resources")).entrySet()) {
      String id = String.valueOf(resource.getKey());
      Map<?, ?> body = map(resource.getValue());
      if ("AWS::Serverless::Function".equals(body.get("Type"))) {
        Map<?, ?> properties = map(intrinsics.resolve(body.get("Properties")));
        functions.put(id, function(id, stack, globals, properties));
        for (Object event : map(properties.get("Events")).values()) {
          addEvent(id, map(event), asked, routes, schedules);
        }
      } else if ("AWS::Serverless::HttpApi".equals(body.get("Type"))) {
        api = map(intrinsics.resolve(body.get("Properties")));
      }
    }
    Cors cors = Cors.of(map(api.get("CorsConfiguration")));
    return new Template(functions, routes, schedules, authorizer(api), cors);
  }

  /// The function of that name, logical id or ARN, or null.
  @Nullable FunctionSpec function(String name) {
    String last = name.substring(name.lastIndexOf(':') + 1);
    return functions.values().stream()
        .filter(spec -> spec.name().equals(last) || spec.logicalId().equals(last))
        .findFirst()
        .orElse(null);
  }

  private static FunctionSpec function(
      String id, String stack, Map<?, ?> globals, Map<?, ?> properties) {
    Map<String, String> environment = new LinkedHashMap<>();
    for (Map<?, ?> level : List.of(globals, properties)) {
      map(map(level.get("Environment")).get("Variables"))
          .forEach((key, value) -> environment.put(String.valueOf(key), String.valueOf(value)));
    }
    return new FunctionSpec(
        id,
        text(properties.get("FunctionName"), stack + "-" + id),
        environment,
        number("MemorySize", globals, properties, DEFAULT_MEMORY),
        Duration.ofSeconds(number("Timeout", globals, properties, DEFAULT_TIMEOUT)));
  }

  private static void addEvent(
      String function,
      Map<?, ?> event,
      Set<String> asked,
      List<Route> routes,
      List<Schedule> schedules) {
    Map<?, ?> properties = map(event.get("Properties"));
    switch (text(event.get("Type"), "")) {
      case "HttpApi" -> {
        String by = text(map(properties.get("Auth")).get("Authorizer"), "");
        String method = text(properties.get("Method"), "ANY").toUpperCase(Locale.ROOT);
        String path = text(properties.get("Path"), Route.DEFAULT);
        routes.add(new Route(method, path, function, by.equals("NONE"), asked.contains(by)));
      }
      case "Schedule", "ScheduleV2" -> {
        String rate = text(properties.get("ScheduleExpression"), "");
        schedules.add(new Schedule(function, rate, text(properties.get("Input"), "{}")));
      }
      default -> {
        // Queues and streams do not exist locally.
      }
    }
  }

  /// API Gateway asks these about every request.
  private static Set<String> authorizersWithoutHeaders(Map<String, Object> document) {
    Set<String> names = new HashSet<>();
    for (Object resource : map(document.get("Resources")).values()) {
      map(map(map(map(resource).get("Properties")).get("Auth")).get("Authorizers"))
          .forEach((name, authorizer) -> {
            if (!map(map(authorizer).get("Identity")).containsKey("Headers")) {
              names.add(String.valueOf(name));
            }
          });
    }
    return names;
  }

  private static @Nullable String authorizer(Map<?, ?> api) {
    Map<?, ?> auth = map(api.get("Auth"));
    Map<?, ?> chosen =
        map(map(auth.get("Authorizers")).get(text(auth.get("DefaultAuthorizer"), "")));
    String arn = text(chosen.get("FunctionArn"), "");
    return arn.isEmpty() ? null : arn.replaceFirst("\\.Arn$", "");
  }

  private static int number(
      String key, Map<?, ?> globals, Map<?, ?> properties, int ifNeitherHasIt) {
    String fallback = text(globals.get(key), Integer.toString(ifNeitherHasIt));
    return Integer.parseInt(text(properties.get(key), fallback));
  }

  private static String text(@Nullable Object value, String fallback) {
    return value == null ? fallback : String.valueOf(value);
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }
}
