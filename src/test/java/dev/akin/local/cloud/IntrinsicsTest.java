package dev.akin.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.akin.local.CloudFormationYaml;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IntrinsicsTest {
  private static final String TEMPLATE =
      """
      Parameters:
        Runtime: {Type: String, Default: provided.al2023}
        Size: {Type: Number, Default: 256}
      Conditions:
        Native: !Equals [!Ref Runtime, provided.al2023]
        Managed: !Not [Condition: Native]
      Mappings:
        Sizes: {small: {memory: 128}}
      Resources:
        EventsTable: {Type: AWS::DynamoDB::Table}
        Queue: {Type: AWS::SQS::Queue}
        Train:
          Type: AWS::Serverless::Function
          Properties: {FunctionName: !Sub "${AWS::StackName}-train"}
      """;

  @Test
  void parametersHaveTheirDefaultsOrWhatIsGiven() {
    assertThat(resolved("!Ref Size")).isEqualTo(256);
    assertThat(resolved("!Ref Size", Map.of("Size", "512"))).isEqualTo("512");
  }

  @Test
  void conditionsChooseBranches() {
    assertThat(resolved("!If [Native, small, large]")).isEqualTo("small");
    assertThat(resolved("!If [Managed, small, large]")).isEqualTo("large");
    assertThat(resolved("!If [Native, small, large]", Map.of("Runtime", "java25")))
        .isEqualTo("large");
  }

  @Test
  void entriesWithoutAValueAreLeftOut() {
    assertThat(resolved("{a: 1, b: !If [Native, !Ref 'AWS::NoValue', 2]}"))
        .isEqualTo(Map.of("a", 1));
    assertThat(resolved("[1, !Ref 'AWS::NoValue']")).isEqualTo(List.of(1));
  }

  @Test
  void resourcesHaveNames() {
    assertThat(resolved("!Ref EventsTable")).isEqualTo("akin-events");
    assertThat(resolved("!Ref Train")).isEqualTo("akin-train");
    assertThat(resolved("!Ref Queue")).isEqualTo("akin-Queue");
    assertThat(resolved("!GetAtt Train.Arn")).isEqualTo("Train.Arn");
  }

  @Test
  void textsAreSubstituted() {
    assertThat(resolved("!Sub '${AWS::StackName}/${Runtime}/${Train}/${!kept}/$1'"))
        .isEqualTo("akin/provided.al2023/akin-train/${!kept}/$1");
    assertThat(resolved("!Sub ['${own}-${Size}', {own: !Ref Runtime}]"))
        .isEqualTo("provided.al2023-256");
  }

  @Test
  void listsAndMappingsAreLookedUp() {
    assertThat(resolved("!Join ['-', [a, !Ref Size]]")).isEqualTo("a-256");
    assertThat(resolved("!Select [1, [a, b]]")).isEqualTo("b");
    assertThat(resolved("!FindInMap [Sizes, small, memory]")).isEqualTo(128);
  }

  @Test
  void whatIsNotUnderstoodIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> resolved("!ImportValue x"))
        .withMessageContaining("Fn::ImportValue");
  }

  private static @Nullable Object resolved(String yaml) {
    return resolved(yaml, Map.of());
  }

  private static @Nullable Object resolved(String yaml, Map<String, String> parameters) {
    Map<String, Object> template = load(TEMPLATE + "Probe: " + yaml + "\n");
    return new Intrinsics(template, parameters, "akin").resolve(template.get("Probe"));
  }

  private static Map<String, Object> load(String yaml) {
    return CloudFormationYaml.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }
}
