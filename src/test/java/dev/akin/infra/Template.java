package dev.akin.infra;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// infra/template.yaml as maps, lists and texts; `!Ref X` reads as `{Ref: X}`, `!GetAtt X.Y` as
/// `{GetAtt: X.Y}` and so on.
record Template(Map<?, ?> root) {
  static final Path PATH = Path.of("infra", "template.yaml");

  static Template read() throws IOException {
    try (Reader reader = Files.newBufferedReader(PATH)) {
      Map<?, ?> root = new Yaml(new Tolerant()).load(reader);
      return new Template(root);
    }
  }

  /// The properties of every resource of a type, by logical id.
  Map<String, Map<?, ?>> resources(String type) {
    Map<String, Map<?, ?>> found = new LinkedHashMap<>();
    map(root, "Resources")
        .forEach((id, resource) -> {
          if (type.equals(((Map<?, ?>) resource).get("Type"))) {
            found.put((String) id, (Map<?, ?>) resource);
          }
        });
    return found;
  }

  Map<String, Map<?, ?>> functions() {
    return resources("AWS::Serverless::Function");
  }

  /// What all functions share.
  Map<?, ?> globals() {
    return map(root, "Globals", "Function");
  }

  /// What `path` leads to, or an empty map.
  static Map<?, ?> map(@Nullable Map<?, ?> from, String... path) {
    Map<?, ?> at = from == null ? Map.of() : from;
    for (String step : path) {
      Object next = at.get(step);
      at = next instanceof Map<?, ?> map ? map : Map.of();
    }
    return at;
  }

  /// A list as it is, a single value as a list of one, nothing as an empty list.
  static List<Object> list(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return new ArrayList<>(list);
    }
    return value == null ? List.of() : List.of(value);
  }

  /// The method and path of every route of the API, by the function that answers.
  Map<String, String> routes() {
    Map<String, String> routes = new LinkedHashMap<>();
    functions()
        .forEach((id, function) -> {
          for (Object event : map(function, "Properties", "Events").values()) {
            Map<?, ?> properties = map((Map<?, ?>) event, "Properties");
            if (Objects.equals(((Map<?, ?>) event).get("Type"), "HttpApi")) {
              Object method = properties.get("Method");
              routes.put(method == null ? "$default" : method + " " + properties.get("Path"), id);
            }
          }
        });
    return routes;
  }

  private static final class Tolerant extends SafeConstructor {
    Tolerant() {
      super(new LoaderOptions());
      yamlMultiConstructors.put(
          "!",
          new AbstractConstruct() {
            @Override
            public Object construct(Node node) {
              Object value =
                  switch (node) {
                    case ScalarNode scalar -> scalar.getValue();
                    case SequenceNode sequence -> constructSequence(sequence);
                    case MappingNode mapping -> constructMapping(mapping);
                    default -> throw new IllegalArgumentException("an anchor with a tag");
                  };
              return Map.of(node.getTag().getValue().substring(1), value);
            }
          });
    }
  }
}
