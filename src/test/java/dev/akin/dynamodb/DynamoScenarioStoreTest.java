package dev.akin.dynamodb;

import dev.akin.port.ScenarioStore;
import dev.akin.port.ScenarioStoreContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FreshTables.Extension.class)
final class DynamoScenarioStoreTest extends ScenarioStoreContract {
  private final ScenarioStore scenarios;

  DynamoScenarioStoreTest(FreshTables tables) {
    scenarios = tables.scenarioStore();
  }

  @Override
  protected ScenarioStore scenarios() {
    return scenarios;
  }
}
