package dev.akin.local.cloud;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Resolves the intrinsic functions that our template uses: Ref, Sub, GetAtt, If, Equals, Not, And,
/// Or, FindInMap, Join and Select, in their long form.
///
/// A reference to a resource becomes its own name where the template gives one, else a made-up one:
/// `<stack>-events` for a table `EventsTable`, `<stack>-<logical id>` otherwise. One to an
/// attribute becomes `<logical id>.<attribute>`.
final class Intrinsics {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^!}][^}]*)}");
  private static final Object NO_VALUE = new Object();

  private final Map<String, Object> template;
  private final Map<String, String> parameters;
  private final String stack;

  /// @param parameters values that replace the defaults of the template
  Intrinsics(Map<String, Object> template, Map<String, String> parameters, String stack) {
    this.template = template;
    this.parameters = Map.copyOf(parameters);
    this.stack = stack;
  }

  /// `node` with every function replaced by its value; keys and entries without one are left out.
  @Nullable Object resolve(@Nullable Object node) {
    Object value = value(node);
    return value == NO_VALUE ? null : value;
  }

  private @Nullable Object value(@Nullable Object node) {
    return switch (node) {
      case Map<?, ?> map when map.size() == 1 && isFunction(first(map)) ->
          call(first(map), map.values().iterator().next());
      case Map<?, ?> map -> object(map);
      case List<?> list -> list(list);
      case null, default -> node;
    };
  }

  private Map<String, Object> object(Map<?, ?> map) {
    Map<String, Object> result = new LinkedHashMap<>();
    map.forEach((key, item) -> {
      Object value = value(item);
      if (value != null && value != NO_VALUE) {
        result.put(String.valueOf(key), value);
      }
    });
    return result;
  }

  private List<Object> list(List<?> list) {
    List<Object> result = new ArrayList<>();
    for (Object item : list) {
      Object value = value(item);
      if (value != null && value != NO_VALUE) {
        result.add(value);
      }
    }
    return result;
  }

  private static String first(Map<?, ?> map) {
    return String.valueOf(map.keySet().iterator().next());
  }

  private static boolean isFunction(String key) {
    return key.equals("Ref") || key.equals("Condition") || key.startsWith("Fn::");
  }

  private @Nullable Object call(String function, @Nullable Object argument) {
    return switch (function) {
      case "Ref" -> reference(String.valueOf(argument));
      case "Condition" -> condition(String.valueOf(argument));
      case "Fn::Sub" -> substitute(argument);
      case "Fn::GetAtt" -> argument instanceof List<?> path ? joined(".", path) : argument;
      case "Fn::If" -> {
        List<?> branches = arguments(function, argument);
        yield value(condition(String.valueOf(branches.get(0))) ? branches.get(1) : branches.get(2));
      }
      case "Fn::Equals" -> {
        List<?> sides = list(arguments(function, argument));
        yield String.valueOf(sides.get(0)).equals(String.valueOf(sides.get(1)));
      }
      case "Fn::Not" -> !truth(arguments(function, argument).get(0));
      case "Fn::And" -> arguments(function, argument).stream().allMatch(this::truth);
      case "Fn::Or" -> arguments(function, argument).stream().anyMatch(this::truth);
      case "Fn::Join" -> {
        List<?> parts = list(arguments(function, argument));
        yield joined(String.valueOf(parts.get(0)), (List<?>) parts.get(1));
      }
      case "Fn::Select" -> {
        List<?> parts = list(arguments(function, argument));
        yield ((List<?>) parts.get(1)).get(Integer.parseInt(String.valueOf(parts.get(0))));
      }
      case "Fn::FindInMap" -> {
        Object found = section("Mappings");
        for (Object key : list(arguments(function, argument))) {
          found = found instanceof Map<?, ?> map ? map.get(String.valueOf(key)) : null;
        }
        yield found;
      }
      default -> throw new IllegalArgumentException(function + " is not understood locally");
    };
  }

  private @Nullable Object reference(String name) {
    switch (name) {
      case "AWS::NoValue" -> {
        return NO_VALUE;
      }
      case "AWS::StackName" -> {
        return stack;
      }
      case "AWS::Region" -> {
        return LocalCredentials.REGION;
      }
      case "AWS::AccountId" -> {
        return LocalCredentials.ACCOUNT;
      }
      case "AWS::Partition" -> {
        return "aws";
      }
      default -> {}
    }
    if (section("Parameters").get(name) instanceof Map<?, ?> parameter) {
      String given = parameters.get(name);
      return given != null ? given : parameter.get("Default");
    }
    return physicalName(name);
  }

  private Object physicalName(String logicalId) {
    Map<?, ?> resource = map(section("Resources").get(logicalId));
    Map<?, ?> properties = map(resource.get("Properties"));
    for (String key : List.of("FunctionName", "TableName")) {
      Object name = resolve(properties.get(key));
      if (name != null) {
        return name;
      }
    }
    if ("AWS::DynamoDB::Table".equals(resource.get("Type"))) {
      return stack + "-" + logicalId.replaceFirst("Table$", "").toLowerCase(Locale.ROOT);
    }
    return stack + "-" + logicalId;
  }

  private Object substitute(@Nullable Object argument) {
    String text = String.valueOf(argument instanceof List<?> list ? list.get(0) : argument);
    Map<?, ?> own = argument instanceof List<?> list ? (Map<?, ?>) list.get(1) : Map.of();
    Matcher matcher = VARIABLE.matcher(text);
    return matcher.replaceAll(match -> {
      String name = match.group(1);
      Object value =
          own.containsKey(name)
              ? resolve(own.get(name))
              : name.contains(".") ? name : reference(name);
      return Matcher.quoteReplacement(String.valueOf(value));
    });
  }

  private boolean condition(String name) {
    return truth(section("Conditions").get(name));
  }

  private boolean truth(@Nullable Object node) {
    return Boolean.TRUE.equals(value(node));
  }

  private Map<?, ?> section(String name) {
    return map(template.get(name));
  }

  private static Map<?, ?> map(@Nullable Object node) {
    return node instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<?> arguments(String function, @Nullable Object argument) {
    if (argument instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException(function + " takes a list");
  }

  private static String joined(String separator, List<?> parts) {
    return String.join(separator, parts.stream().map(String::valueOf).toList());
  }
}
