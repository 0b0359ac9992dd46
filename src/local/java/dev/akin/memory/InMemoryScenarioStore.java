package dev.akin.memory;

import dev.akin.port.ScenarioStore;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Scenarios in memory.
public final class InMemoryScenarioStore implements ScenarioStore {
  private final Map<String, Scenario> scenarios = new TreeMap<>();

  @Override
  public synchronized Optional<Scenario> find(String name) {
    return Optional.ofNullable(scenarios.get(Scenario.requireName(name)));
  }

  @Override
  public Optional<Scenario> lately(String name) {
    return find(name);
  }

  @Override
  public synchronized void put(Scenario scenario) {
    scenarios.put(
        scenario.name(),
        new Scenario(
            scenario.name(), scenario.json(), scenario.updatedAt().truncatedTo(ChronoUnit.MILLIS)));
  }

  @Override
  public synchronized boolean delete(String name) {
    return scenarios.remove(Scenario.requireName(name)) != null;
  }

  @Override
  public synchronized List<Scenario> list() {
    return List.copyOf(scenarios.values());
  }
}
