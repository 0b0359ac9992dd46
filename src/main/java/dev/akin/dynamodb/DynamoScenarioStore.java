package dev.akin.dynamodb;

import dev.akin.dynamodb.TableLayout.ScenarioRow;
import dev.akin.port.ScenarioStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// Scenarios in one partition of the models table.
public final class DynamoScenarioStore implements ScenarioStore {
  private final Table table;

  public DynamoScenarioStore(DynamoDbClient client, TableNames tables, Retries retries) {
    this.table = new Table(client, tables.models(), retries);
  }

  @Override
  public Optional<Scenario> find(String name) {
    return find(name, true);
  }

  @Override
  public Optional<Scenario> lately(String name) {
    return find(name, false);
  }

  @Override
  public void put(Scenario scenario) {
    Map<String, AttributeValue> row =
        new HashMap<>(TableLayout.scenario(scenario.name()).attributes());
    row.put(ScenarioRow.JSON, Attributes.of(scenario.json()));
    row.put(ScenarioRow.UPDATED_AT, Attributes.of(scenario.updatedAt().toEpochMilli()));
    table.put(row);
  }

  @Override
  public boolean delete(String name) {
    return table.delete(TableLayout.scenario(Scenario.requireName(name)));
  }

  @Override
  public List<Scenario> list() {
    QueryRequest.Builder query =
        QueryRequest.builder()
            .keyConditionExpression("#pk = :scenarios")
            .expressionAttributeNames(Map.of("#pk", TableLayout.PK))
            .expressionAttributeValues(Map.of(":scenarios", Attributes.of(TableLayout.scenarios())))
            .consistentRead(true);
    return table.query(query, Integer.MAX_VALUE).stream().map(DynamoScenarioStore::decode).toList();
  }

  private Optional<Scenario> find(String name, boolean consistent) {
    return table
        .get(TableLayout.scenario(Scenario.requireName(name)), consistent)
        .map(DynamoScenarioStore::decode);
  }

  private static Scenario decode(Map<String, AttributeValue> row) {
    return new Scenario(
        Attributes.text(row, TableLayout.SK),
        Attributes.text(row, ScenarioRow.JSON),
        Instant.ofEpochMilli(Attributes.integer(row, ScenarioRow.UPDATED_AT)));
  }
}
