package dev.akin.memory;

import dev.akin.port.ScenarioStore;
import dev.akin.port.ScenarioStoreContract;

final class InMemoryScenarioStoreTest extends ScenarioStoreContract {
  private final ScenarioStore scenarios = new InMemoryScenarioStore();

  @Override
  protected ScenarioStore scenarios() {
    return scenarios;
  }
}
