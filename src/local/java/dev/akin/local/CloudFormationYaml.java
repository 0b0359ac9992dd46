package dev.akin.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// CloudFormation templates as plain maps, lists and scalars. The short form of a function becomes
/// its long form: `!Sub x` is `{"Fn::Sub": "x"}`, `!Ref x` is `{"Ref": "x"}`, `!GetAtt a.b` is
/// `{"Fn::GetAtt": ["a", "b"]}`.
public final class CloudFormationYaml {
  private static final String TEMPLATE = "/infra/template.yaml";

  private CloudFormationYaml() {}

  /// The stack's own template.
  public static Map<String, Object> template() {
    try (InputStream in = CloudFormationYaml.class.getResourceAsStream(TEMPLATE)) {
      if (in == null) {
        throw new IllegalStateException(TEMPLATE + " is not on the class path");
      }
      return load(in);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public static Map<String, Object> load(InputStream yaml) {
    return new Yaml(new Functions()).load(yaml);
  }

  /// Everything of a template that is safe, and its tags as plain data.
  private static final class Functions extends SafeConstructor {
    private Functions() {
      super(new LoaderOptions());
      yamlMultiConstructors.put(
          "!",
          new AbstractConstruct() {
            @Override
            public Object construct(Node node) {
              return longForm(node.getTag().getValue().substring(1), plain(node));
            }
          });
    }

    private Object plain(Node node) {
      return switch (node) {
        case ScalarNode scalar -> scalar.getValue();
        case SequenceNode sequence -> constructSequence(sequence);
        case MappingNode mapping -> constructMapping(mapping);
        default -> throw new IllegalArgumentException("a function of " + node.getNodeId());
      };
    }

    private static Map<String, Object> longForm(String function, Object argument) {
      return switch (function) {
        case "Ref", "Condition" -> Map.of(function, argument);
        case "GetAtt" ->
            Map.of(
                "Fn::GetAtt",
                argument instanceof String path
                    ? List.copyOf(Arrays.asList(path.split("\\.", 2)))
                    : argument);
        default -> Map.of("Fn::" + function, argument);
      };
    }
  }
}
