package dev.akin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.dynamodb.TableNames;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

final class TemplateTest {
  private static final TableNames NAMES = TableNames.withPrefix("shop");

  @Test
  void shortFormsOfFunctionsBecomeLongForms() {
    Map<String, Object> template =
        load(
            """
            a: !Ref Name
            b: !GetAtt Table.Stream.Arn
            c: !If [Native, !Sub "${Name}-x", {k: !Ref Other}]
            d: !GetAtt [Table, Arn]
            e: !Condition Native
            f: 7
            """);
    assertThat(template)
        .containsEntry("a", Map.of("Ref", "Name"))
        .containsEntry("b", Map.of("Fn::GetAtt", List.of("Table", "Stream.Arn")))
        .containsEntry(
            "c",
            Map.of(
                "Fn::If",
                List.of(
                    "Native", Map.of("Fn::Sub", "${Name}-x"), Map.of("k", Map.of("Ref", "Other")))))
        .containsEntry("d", Map.of("Fn::GetAtt", List.of("Table", "Arn")))
        .containsEntry("e", Map.of("Condition", "Native"))
        .containsEntry("f", 7);
  }

  @Test
  void javaTypesAreNotConstructed() {
    assertThatThrownBy(() -> load("a: !!java.io.File [/tmp/x]")).hasMessageContaining("java.io");
  }

  @Test
  void theTablesOfTheTemplateSurviveARestartWithTheirKeysAndExpiry(@TempDir Path directory) {
    for (int run = 0; run < 2; run++) {
      try (EmbeddedDynamo dynamo = EmbeddedDynamo.start(directory);
          DynamoDbClient client = dynamo.client()) {
        new TableCreator(client, CloudFormationYaml.template()).create(NAMES);
        assertThat(keys(client, NAMES.events())).containsExactly("pk", "sk");
        assertThat(keys(client, NAMES.models())).containsExactly("pk", "sk");
        assertThat(keys(client, NAMES.items())).containsExactly("pk");
        assertThat(keys(client, NAMES.keys())).containsExactly("pk");
        assertThat(expiry(client, NAMES.events())).isEqualTo("ttl");
        assertThat(expiry(client, NAMES.items())).isNull();
        assertThat(client.listTables().tableNames()).hasSize(4);
      }
    }
  }

  @Test
  void aTemplateWithoutATableIsRefusedByName() {
    TableCreator creator = new TableCreator(new NoDynamo(), load("Resources: {ItemsTable: {}}"));
    assertThatThrownBy(() -> creator.create(NAMES)).hasMessageContaining("EventsTable");
  }

  /// A client that must not be called.
  private static final class NoDynamo implements DynamoDbClient {
    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }

  private static List<String> keys(DynamoDbClient client, String table) {
    return client.describeTable(t -> t.tableName(table)).table().keySchema().stream()
        .map(KeySchemaElement::attributeName)
        .toList();
  }

  private static @Nullable String expiry(DynamoDbClient client, String table) {
    return client
        .describeTimeToLive(t -> t.tableName(table))
        .timeToLiveDescription()
        .attributeName();
  }

  private static Map<String, Object> load(String yaml) {
    return CloudFormationYaml.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }
}
