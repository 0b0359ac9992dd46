package dev.akin.function;

import dev.akin.app.Retrain;
import dev.akin.config.Stores;
import dev.akin.config.UseCases;
import dev.akin.memory.InMemoryCatalog;
import dev.akin.memory.InMemoryEventLog;
import dev.akin.memory.InMemoryKeyStore;
import dev.akin.memory.InMemoryReleaseStore;
import dev.akin.memory.InMemoryScenarioStore;
import dev.akin.memory.InMemoryTrainingBoard;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Stands in for the stores on DynamoDB where a test selects it.
@Alternative
@Singleton
final class InMemoryStores {
  @Produces
  @Singleton
  Stores stores() {
    return empty();
  }

  @Produces
  @Singleton
  Retrain retrain(UseCases useCases) {
    return useCases.retrain();
  }

  static Stores empty() {
    return new Stores(
        new InMemoryEventLog(),
        new InMemoryCatalog(),
        new InMemoryReleaseStore(),
        new InMemoryTrainingBoard(),
        new InMemoryKeyStore(),
        new InMemoryScenarioStore());
  }
}
