package dev.akin.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// infra/openapi.yaml, read.
///
/// @param root the whole description
/// @param schemas its schemas
/// @param operations by route, e.g. `GET /items/{id}`
record ApiDescription(JsonNode root, Schemas schemas, Map<String, Operation> operations) {
  static final Path PATH = Path.of("infra", "openapi.yaml");

  /// Ends a parameter that takes the rest of a path, as API Gateway writes it.
  static final String REST = "+}";

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  static ApiDescription read() {
    LoaderOptions strict = new LoaderOptions();
    strict.setAllowDuplicateKeys(false);
    try (Reader reader = Files.newBufferedReader(PATH)) {
      Object yaml = new Yaml(new SafeConstructor(strict)).load(reader);
      return of(tree(yaml));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// Maps, lists and scalars as a tree.
  static JsonNode tree(Object yaml) {
    return new ObjectMapper().valueToTree(yaml);
  }

  static ApiDescription of(JsonNode root) {
    Map<String, Operation> operations = new LinkedHashMap<>();
    root.path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(member -> {
                  if (METHODS.contains(member.getKey())) {
                    Operation operation = Operation.of(root, path.getKey(), member.getKey());
                    operations.put(operation.route(), operation);
                  }
                }));
    return new ApiDescription(root, new Schemas(root), operations);
  }

  /// The operation that a request is for; literal segments win over parameters, and these over the
  /// rest of a path.
  Optional<Operation> match(String method, String rawPath) {
    return operations.values().stream()
        .filter(operation -> operation.method().equals(method) && fits(operation, rawPath))
        .min(Comparator.comparing(operation -> rank(operation.path())));
  }

  private static boolean fits(Operation operation, String rawPath) {
    List<String> wanted = List.of(operation.path().split("/", -1));
    List<String> given = List.of(rawPath.split("/", -1));
    for (int i = 0; i < wanted.size(); i++) {
      String segment = wanted.get(i);
      if (i >= given.size()) {
        return false;
      }
      if (segment.endsWith(REST)) {
        return true;
      }
      boolean parameter = segment.startsWith("{") && !given.get(i).isEmpty();
      if (!parameter && !segment.equals(given.get(i))) {
        return false;
      }
    }
    return wanted.size() == given.size();
  }

  /// Sorts more special paths first.
  private static String rank(String path) {
    return path.replaceAll("\\{[^}]+\\+}", "~~").replaceAll("\\{[^}]+}", "~");
  }

  /// What a pointer leads to, following references.
  static Located locate(JsonNode root, String pointer) {
    JsonNode node = root.at(pointer);
    String reference = node.path("$ref").asText("");
    return reference.startsWith("#/") && node.size() == 1
        ? locate(root, reference.substring(1))
        : new Located(pointer, node);
  }

  /// A part of the description and where it stands.
  record Located(String pointer, JsonNode node) {
    Located child(JsonNode root, String name) {
      return locate(root, pointer + "/" + escaped(name));
    }

    boolean exists() {
      return !node.isMissingNode();
    }
  }

  /// A name as a step of a JSON pointer.
  static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
