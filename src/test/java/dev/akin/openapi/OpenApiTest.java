package dev.akin.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.akin.app.RouteScopes;
import dev.akin.local.CloudFormationYaml;
import dev.akin.port.KeyStore.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Holds infra/openapi.yaml to the template, to the scopes and to itself.
class OpenApiTest {
  /// Ends a route that takes the rest of a path: the gateway has none for paths with a slash at the
  /// end.
  private static final String REST = "{rest+}";

  /// Not calls: the answer to every other path, and to a browser's question before a call.
  private static final Set<String> NO_CALLS = Set.of("$default", "OPTIONS /{proxy+}");

  /// Statuses that every call can have, whatever it does.
  private static final List<String> ALWAYS = List.of("400", "403", "429", "503", "5XX");

  private static final Pattern CODE =
      Pattern.compile(
          "(?:InvalidFieldException\\(\\s*(?:[^,;\"(]|\"[^\"]*\"|\\([^)]*\\))+,"
              + "|(?:ProblemAnswer\\.of|HttpProblem\\.of|new Rejected|\\.rejected)\\(\\s*[^,;]+,"
              + "|badRequest\\("
              + "|ExpressionException(?:\\.about)?\\(\\s*(?:[^,;]+,){1,2})"
              + "\\s*(?:\"([a-z_0-9]+)\"|([A-Z][A-Z_]+)\\b)");

  private final ApiDescription api = ApiDescription.read();

  @Test
  void itDescribesTheRoutesOfTheTemplateAndNoOthers() {
    Set<String> routes = new TreeSet<>(routesOfTheTemplate());
    assertThat(routes).containsAll(NO_CALLS);
    routes.removeAll(NO_CALLS);

    Set<String> described = new TreeSet<>();
    api.operations().keySet().forEach(call -> described.add(routeOf(call)));
    assertThat(described).isEqualTo(routes);
  }

  /// The route of the template that a call reaches: of those that take the rest of its path, the
  /// one that leaves least.
  private String routeOf(String call) {
    return call.endsWith("/")
        ? routesOfTheTemplate().stream()
            .filter(route -> route.endsWith(REST) && call.startsWith(route.replace(REST, "")))
            .max(Comparator.comparingInt(String::length))
            .orElseThrow()
        : call;
  }

  @Test
  void everyCallNamesTheScopeThatTheAuthorizerAsksFor() {
    Map<String, String> described = new TreeMap<>();
    Map<String, String> asked = new TreeMap<>();
    api.operations()
        .forEach((route, operation) -> {
          described.put(route, operation.scope());
          asked.put(route, RouteScopes.required(routeOf(route)).word());
        });

    assertThat(described).isEqualTo(asked);
    String explained = api.root().at("/components/securitySchemes/apiKey/description").asText();
    assertThat(Scope.values())
        .allSatisfy(scope -> assertThat(explained).contains("`" + scope.word() + "`"));
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    walk(
        "",
        api.root(),
        (pointer, node) -> {
          String reference = node.path("$ref").asText("#");
          assertThat(api.root().at(reference.substring(1)).isMissingNode())
              .as("%s refers to %s", pointer, reference)
              .isFalse();
        });
  }

  @Test
  void nothingIsDefinedThatNothingUses() {
    Set<String> used = new TreeSet<>();
    walk("", api.root(), (pointer, node) -> used.add(node.path("$ref").asText("")));
    for (String kind : List.of("schemas", "responses", "parameters")) {
      api.root()
          .at("/components/" + kind)
          .fieldNames()
          .forEachRemaining(name -> assertThat(used).contains("#/components/" + kind + "/" + name));
    }
  }

  @Test
  void everyCallIsNamedOnceFiledAndExplained() {
    List<String> ids = new ArrayList<>();
    Set<String> tags = new TreeSet<>(api.root().path("tags").findValuesAsText("name"));
    api.operations()
        .forEach((route, operation) -> {
          JsonNode node = operation.here().node();
          ids.add(node.path("operationId").asText());
          assertThat(node.path("summary").asText()).as(route).isNotBlank();
          assertThat(node.path("tags")).as(route).hasSize(1);
          assertThat(tags).as(route).contains(node.at("/tags/0").asText());
        });

    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z][A-Za-z]+"));
  }

  @Test
  void everyParameterIsExplainedAndThoseOfThePathAreDeclared() {
    api.operations()
        .forEach((route, operation) -> {
          Set<String> inPath = new TreeSet<>();
          Matcher braces = Pattern.compile("\\{([^}]+)}").matcher(operation.path());
          while (braces.find()) {
            inPath.add("path " + braces.group(1));
          }
          operation
              .parameters()
              .forEach((name, parameter) -> {
                assertThat(parameter.node().path("description").asText()).as(route).isNotBlank();
                assertThat(parameter.node().has("schema")).as(route + " " + name).isTrue();
              });
          assertThat(operation.parameters().keySet()).as(route).containsAll(inPath);
          assertThat(operation.parameters().keySet())
              .as(route)
              .allMatch(name -> name.matches("(query|header) .+") || inPath.contains(name));
        });
  }

  @Test
  void everyCallSaysWhatItCanAnswer() {
    api.operations()
        .forEach((route, operation) -> {
          Set<String> statuses = operation.responses().keySet();
          assertThat(statuses).as(route).containsAll(ALWAYS);
          assertThat(statuses.contains("401"))
              .as("%s: with a choice of headers the authorizer is asked without a key, too", route)
              .isEqualTo(operation.here().node().path("security").size() == 1);
          assertThat(statuses).as(route).anyMatch(status -> status.startsWith("2"));
          if (operation.here().node().has("requestBody")) {
            assertThat(statuses).as(route).contains("413", "415");
          }
        });
  }

  @Test
  void everyBodyHasAnExampleAndEveryExampleIsValid() {
    Map<String, JsonNode> examples = new LinkedHashMap<>();
    walk(
        "",
        api.root(),
        (pointer, node) -> {
          if (pointer.matches(".*/content/[^/]+")) {
            assertThat(node.has("example") || node.has("examples"))
                .as("%s has one", pointer)
                .isTrue();
          }
          if (node.has("schema")) {
            examplesIn(node)
                .forEach(example -> assertThat(problems(pointer + "/schema", example)).isEmpty());
          } else if (pointer.matches("/components/schemas/[^/]+(/properties/[^/]+)?")) {
            node.path("examples")
                .forEach(example -> assertThat(problems(pointer, example)).isEmpty());
          }
          if (node.has("example") || node.has("examples")) {
            examples.put(pointer, node);
          }
        });

    assertThat(examples).hasSizeGreaterThan(20);
  }

  @Test
  void everyDefaultIsAllowed() {
    walk(
        "",
        api.root(),
        (pointer, node) -> {
          if (node.has("default") && !pointer.startsWith("/servers")) {
            assertThat(problems(pointer, node.get("default"))).isEmpty();
          }
        });
  }

  @Test
  void everyCodeOfAProblemIsDescribedAndNoOthers() throws IOException {
    Set<String> inTheCode = new TreeSet<>();
    try (var files = Files.walk(Path.of("src", "main", "java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        Matcher codes = CODE.matcher(source);
        while (codes.find()) {
          inTheCode.add(codes.group(2) == null ? codes.group(1) : constant(source, codes.group(2)));
        }
      }
    }

    Set<String> described = new TreeSet<>();
    api.root()
        .at("/components/schemas/ProblemCode/enum")
        .forEach(code -> described.add(code.asText()));
    assertThat(described).containsExactlyInAnyOrderElementsOf(inTheCode);
  }

  private static String constant(String source, String name) {
    Matcher value = Pattern.compile("String " + name + " = \"([a-z_0-9]+)\"").matcher(source);
    assertThat(value.find()).as("the code %s is a constant of its file", name).isTrue();
    return value.group(1);
  }

  /// A client of their own would let an exchange pass that nobody described.
  @Test
  void testsSpeakThroughTheClientThatChecks() throws IOException {
    List<Path> others = new ArrayList<>();
    try (var files = Files.walk(Path.of("src", "test", "java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String name = file.getFileName().toString();
        boolean speaks =
            Files.readString(file).contains("HttpClient.new" + "Builder()")
                || Files.readString(file).contains("HttpClient.new" + "HttpClient()");
        if (speaks && !name.equals("DescribedHttpClient.java")) {
          others.add(file);
        }
      }
    }

    assertThat(others).isEmpty();
  }

  private static List<JsonNode> examplesIn(JsonNode node) {
    List<JsonNode> examples = new ArrayList<>();
    if (node.has("example")) {
      examples.add(node.get("example"));
    }
    node.path("examples").forEach(example -> examples.add(example.path("value")));
    return examples;
  }

  private List<String> problems(String schema, JsonNode value) {
    return api.schemas().problems(schema, value).stream()
        .map(problem -> schema + ": " + value + ": " + problem)
        .toList();
  }

  /// Visits every object of the description with the pointer that leads to it; examples are no part
  /// of it.
  private static void walk(String pointer, JsonNode node, BiConsumer<String, JsonNode> visitor) {
    if (node.isObject()) {
      visitor.accept(pointer, node);
      node.properties()
          .forEach(member -> {
            if (!Set.of("example", "examples", "default", "value").contains(member.getKey())
                || pointer.endsWith("/properties")) {
              String step = "/" + ApiDescription.escaped(member.getKey());
              walk(pointer + step, member.getValue(), visitor);
            }
          });
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        walk(pointer + "/" + i, node.get(i), visitor);
      }
    }
  }

  /// Method and path of every route, as API Gateway names it.
  private static Set<String> routesOfTheTemplate() {
    JsonNode template = ApiDescription.tree(CloudFormationYaml.template());
    return template
        .path("Resources")
        .valueStream()
        .flatMap(resource -> resource.at("/Properties/Events").valueStream())
        .filter(event -> event.path("Type").asText().equals("HttpApi"))
        .map(event -> event.path("Properties"))
        .map(route ->
            route.has("Method")
                ? route.path("Method").asText() + " " + route.path("Path").asText()
                : "$default")
        .collect(Collectors.toSet());
  }
}
